"""Trains the energy network on a GPU, from a graph file, with the loss and the optimiser of the Java trainer.

    python3 train_energy.py graphs.athg elements-e.weights --epochs 100 --width 128 --edge-width 64 --layers 4

The file that it writes holds the network alone; `athanor train --energy-weights FILE` adds the calibration.
"""

import argparse
import math
import time

import torch

from elements_twin import GAP_UNIT, EnergyNetwork, Graphs, write_weights

GAP_WEIGHT, SCALE_WEIGHT, TRANSFER_LIMIT = 0.1, 0.05, 0.15
WEIGHT_DECAY, CLIP, AVERAGE_DECAY = 0.01, 2.0, 0.9995
OWN, TRANSFERRED, VALIDATION = 0, 1, 2


def rate(peak, warmup, steps, step):
    """Schedule.java: linear warm-up, then half a cosine."""
    if step < warmup:
        return peak * (step + 1) / warmup
    return peak * 0.5 * (1 + math.cos(math.pi * min(1, (step - warmup) / max(1, steps - warmup))))


def losses(network, data, index, unit):
    """(loss to minimise, mean absolute error of the energy in units)."""
    outputs = network(data.batch(index)).float()
    error = (outputs[:, 0] - (data.energy[index] - data.reference[index]) / unit).abs()
    limit = torch.where(data.kind[index] == TRANSFERRED, TRANSFER_LIMIT / unit, torch.inf)
    pull = torch.minimum(error, limit)
    known = ~torch.isnan(data.gap[index])
    gap = (outputs[:, 1] - torch.nan_to_num(data.gap[index]) / GAP_UNIT).abs() * known
    scale = outputs[:, 2]
    likelihood = pull.detach() * torch.exp(-scale) + scale
    energy = pull.mean()
    return energy + GAP_WEIGHT * gap.mean() + SCALE_WEIGHT * likelihood.mean(), energy.detach()


@torch.no_grad()
def validate(network, data, index, unit, size):
    total = 0.0
    for part in index.split(size):
        outputs = network(data.batch(part))[:, 0].float() * unit + data.reference[part]
        total += (outputs - data.energy[part]).abs().sum().item()
    return total / len(index)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("graphs")
    parser.add_argument("output")
    parser.add_argument("--epochs", type=int, default=36)
    parser.add_argument("--batch", type=int, default=64)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--warmup", type=int, default=300)
    parser.add_argument("--width", type=int, default=128)
    parser.add_argument("--edge-width", type=int, default=64)
    parser.add_argument("--layers", type=int, default=4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=math.inf, help="stop and write after this long")
    parser.add_argument("--version", default="gpu")
    options = parser.parse_args()
    device = "cuda" if torch.cuda.is_available() else "cpu"
    torch.manual_seed(options.seed)
    torch.backends.cuda.matmul.allow_tf32 = True
    data = Graphs(options.graphs, device)
    unit = data.settings["unit"]
    settings = dict(
        data.settings, width=options.width, edge_width=options.edge_width, layers=options.layers
    )
    network = EnergyNetwork(settings, data.angular.shape[1]).to(device)
    average = EnergyNetwork(settings, data.angular.shape[1]).to(device)
    average.load(network.vector())
    optimizer = torch.optim.AdamW(
        network.parameters(), lr=options.rate, betas=(0.9, 0.999), weight_decay=WEIGHT_DECAY
    )
    training = (data.kind != VALIDATION).nonzero().flatten()
    validation = (data.kind == VALIDATION).nonzero().flatten()
    per_epoch = len(training) // options.batch
    steps, step, start = options.epochs * per_epoch, 0, time.time()

    def save():
        write_weights(
            options.output,
            "elements-e",
            options.version,
            settings,
            {"parameters": average.vector().cpu().numpy(), "references": data.references.cpu().numpy()},
        )

    for epoch in range(options.epochs):
        order = training[torch.randperm(len(training), device=device)]
        total = torch.zeros((), device=device)
        for batch in range(per_epoch):
            for group in optimizer.param_groups:
                group["lr"] = rate(options.rate, options.warmup, steps, step)
            optimizer.zero_grad(set_to_none=True)
            loss, error = losses(
                network, data, order[batch * options.batch : (batch + 1) * options.batch], unit
            )
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), CLIP)
            optimizer.step()
            step += 1
            decay = min(AVERAGE_DECAY, (1 + step) / (10 + step))
            with torch.no_grad():
                torch._foreach_lerp_(list(average.parameters()), list(network.parameters()), 1 - decay)
            total += error
        checked = validate(average, data, validation, unit, 256) if len(validation) else math.nan
        print(
            f"epoch {epoch + 1} of {options.epochs}, error {total.item() / per_epoch * unit:.4f},"
            f" validation error {checked:.4f} eV/atom, {time.time() - start:.0f} s",
            flush=True,
        )
        save()
        if time.time() - start > options.minutes * 60:
            break


if __name__ == "__main__":
    main()
