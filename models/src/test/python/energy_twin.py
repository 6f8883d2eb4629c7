"""Answers of the PyTorch twin: energy_twin.py GRAPHS WEIGHTS COPY; writes the weights again to COPY, prints JSON."""

import json
import math
import pathlib
import sys

import torch

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[3] / "gpu"))
import elements_twin as twin
import train_energy

graphs, weights, copy = sys.argv[1:]
model, version, settings, arrays = twin.read_weights(weights)
data = twin.Graphs(graphs)
network = twin.EnergyNetwork(settings, data.angular.shape[1])
network.load(arrays["parameters"])
index = torch.arange(len(data))
with torch.no_grad():
    outputs = network(data.batch(index))
loss, _ = train_energy.losses(network, data, index, settings["unit"])
loss.backward()
gradient = math.sqrt(sum((p.grad**2).sum().item() for p in network.parameters()))
twin.write_weights(copy, model, version, settings, dict(arrays, parameters=network.vector().numpy()))
print(
    json.dumps(
        {
            "energy": (outputs[:, 0] * settings["unit"] + data.reference).tolist(),
            "gap": (outputs[:, 1] * twin.GAP_UNIT).tolist(),
            "scale": (torch.exp(outputs[:, 2]) * settings["unit"]).tolist(),
            "loss": loss.item(),
            "gradient": gradient,
        }
    )
)
