"""The energy network of Elements in PyTorch: the same equations, the same weight files.

The Java classes that this mirrors: EnergyNetwork and ParameterLayout (the network), WeightFile (weights), EnergyGraphFile
(graphs and energies to learn from; graphs are always built in Java). The product never needs this file.
"""

import gzip
import hashlib
import json
import struct

import numpy
import torch

SPECIES = 104
OUTPUTS = 3
MESSAGE_SCALE = 0.125
GAP_UNIT = 1.5
MAX_HEADER = 1 << 20


def read_weights(path):
    """(model, version, settings, arrays) of a weight file; arrays are float32 vectors by name."""
    with open(path, "rb") as file:
        magic, form, length = struct.unpack("<4sii", file.read(12))
        if magic != b"ATHW" or form != 1 or not 2 <= length <= MAX_HEADER:
            raise ValueError(f"{path} is no weight file of format 1")
        header = json.loads(file.read(length))
        numbers = file.read()
    if hashlib.sha256(numbers).hexdigest() != header["sha256"]:
        raise ValueError(f"the numbers of {path} do not match their digest")
    values = numpy.frombuffer(numbers, dtype="<f4")
    arrays, at = {}, 0
    for name, size in header["arrays"].items():
        arrays[name] = values[at : at + size].copy()
        at += size
    return header["model"], header["version"], header["settings"], arrays


def write_weights(path, model, version, settings, arrays):
    """Writes a weight file that the Java program reads."""
    numbers = b"".join(numpy.asarray(a, dtype="<f4").tobytes() for a in arrays.values())
    header = {
        "model": model,
        "version": version,
        "settings": {name: float(value) for name, value in sorted(settings.items())},
        "arrays": {name: int(len(a)) for name, a in arrays.items()},
        "sha256": hashlib.sha256(numbers).hexdigest(),
    }
    text = json.dumps(header, separators=(",", ":")).encode()
    with open(path, "wb") as file:
        file.write(struct.pack("<4sii", b"ATHW", 1, len(text)))
        file.write(text)
        file.write(numbers)


class Graphs:
    """All graphs of a graph file as flat arrays, on one device, cut into batches by index."""

    def __init__(self, path, device="cpu"):
        with gzip.open(path, "rb") as file:
            magic, form, length = struct.unpack("<4sii", file.read(12))
            if magic != b"ATHG" or form != 1 or not 2 <= length <= MAX_HEADER:
                raise ValueError(f"{path} is no graph file of format 1")
            header = json.loads(file.read(length))
            arrays = {}
            for entry in header["arrays"]:
                raw = file.read(entry["length"] * numpy.dtype(entry["type"]).itemsize)
                arrays[entry["name"]] = numpy.frombuffer(raw, dtype=entry["type"])
        self.settings = header["settings"]
        self.device = device

        def tensor(name, kind=None):
            return torch.from_numpy(arrays[name].astype(kind or arrays[name].dtype.newbyteorder("="))).to(device)

        self.energy = tensor("graph_energy")
        self.gap = tensor("graph_gap")
        self.kind = tensor("graph_kind", "i8")
        self.references = tensor("references")
        self.share = tensor("node_share")
        self.angular = tensor("node_angular").reshape(len(self.share), -1)
        self.occupant_number = tensor("occupant_number", "i8").clamp(max=SPECIES - 1)
        self.occupant_share = tensor("occupant_share")
        self.edge_neighbor = tensor("edge_neighbor", "i8")
        self.edge_distance = tensor("edge_distance")
        self.edge_weight = tensor("edge_weight")
        self.graph_nodes = tensor("graph_nodes", "i8")
        self.node_occupants = tensor("node_occupants", "i8")
        self.node_edges = tensor("node_edges", "i8")
        self.graph_start = starts(self.graph_nodes)
        self.occupant_start = starts(self.node_occupants)
        self.edge_start = starts(self.node_edges)
        self.reference = self._reference_energies()

    def __len__(self):
        return len(self.energy)

    def _reference_energies(self):
        """What the elements alone explain of each energy, eV/atom."""
        node = torch.repeat_interleave(torch.arange(len(self.share), device=self.device), self.node_occupants)
        energy = torch.zeros_like(self.share).index_add_(
            0, node, self.occupant_share * self.references[self.occupant_number]
        )
        occupancy = torch.zeros_like(self.share).index_add_(0, node, self.occupant_share)
        graph = torch.repeat_interleave(torch.arange(len(self), device=self.device), self.graph_nodes)
        return torch.zeros_like(self.energy).index_add_(0, graph, self.share * energy / occupancy)

    def batch(self, index):
        """The graphs of these indices, in this order, as one disjoint graph."""
        nodes, graph = ranges(self.graph_start[index], self.graph_nodes[index])
        occupants, occupied = ranges(self.occupant_start[nodes], self.node_occupants[nodes])
        species = torch.zeros(len(nodes), SPECIES, device=self.device)
        species.index_put_(
            (occupied, self.occupant_number[occupants]), self.occupant_share[occupants], accumulate=True
        )
        edges, center = ranges(self.edge_start[nodes], self.node_edges[nodes])
        offset = starts(self.graph_nodes[index])
        return {
            "graphs": len(index),
            "graph": graph,
            "share": self.share[nodes],
            "species": species,
            "angular": self.angular[nodes],
            "center": center,
            "neighbor": self.edge_neighbor[edges] + offset[graph[center]],
            "distance": self.edge_distance[edges],
            "weight": self.edge_weight[edges],
        }


def starts(counts):
    """Where each of the parts with these lengths begins."""
    return torch.cumsum(counts, 0) - counts


def ranges(start, count):
    """All indices start[i] .. start[i] + count[i] - 1, and beside each the i it came from."""
    owner = torch.repeat_interleave(torch.arange(len(count), device=count.device), count)
    within = torch.arange(len(owner), device=count.device) - starts(count)[owner]
    return start[owner] + within, owner


class EnergyNetwork(torch.nn.Module):
    """EnergyNetwork.java; parameters lie in one vector in the order of its layout."""

    def __init__(self, settings, angular):
        super().__init__()
        self.settings = settings
        f, g = int(settings["width"]), int(settings["edge_width"])
        self.radial_size, self.cutoff = int(settings["radial_size"]), float(settings["cutoff"])
        self.layers = int(settings["layers"])
        self.names = []
        self._matrix("embedding", SPECIES, f, SPECIES**0.5)
        self._matrix("angular", angular, f, 1)
        self._row("node_bias", f, 0)
        self._matrix("radial", self.radial_size, g, 2)
        self._row("radial_bias", g, 0)
        for layer in range(self.layers):
            p = f"layer{layer}_"
            self._row(p + "gain", f, 1)
            self._row(p + "bias", f, 0)
            self._matrix(p + "center", f, g, 1)
            self._row(p + "center_bias", g, 0)
            self._matrix(p + "neighbor", f, g, 1)
            self._matrix(p + "edge", g, g, 1)
            if layer + 1 < self.layers:
                self._matrix(p + "update", g, g, 0.7)
            self._matrix(p + "own", f, f, 1)
            self._row(p + "own_bias", f, 0)
            self._matrix(p + "message", g, f, 1)
            self._matrix(p + "out", f, f, 0.7)
            self._row(p + "out_bias", f, 0)
        self._row("norm_gain", f, 1)
        self._row("norm_bias", f, 0)
        self._matrix("readout_hidden", f, f, 1)
        self._row("readout_hidden_bias", f, 0)
        self._matrix("readout", f, OUTPUTS, 0.1)
        self._row("readout_bias", OUTPUTS, 0)

    def _matrix(self, name, rows, columns, gain):
        self._add(name, torch.randn(rows, columns) * (gain / rows**0.5))

    def _row(self, name, columns, value):
        self._add(name, torch.full((columns,), float(value)))

    def _add(self, name, values):
        self.register_parameter(name, torch.nn.Parameter(values))
        self.names.append(name)

    def vector(self):
        """All parameters, one after the other, as a weight file holds them."""
        return torch.cat([getattr(self, name).detach().reshape(-1) for name in self.names])

    def load(self, vector):
        """Takes parameters from a weight file's vector."""
        values = torch.as_tensor(vector)
        if len(values) != sum(getattr(self, name).numel() for name in self.names):
            raise ValueError("the parameters belong to a network of another size")
        at = 0
        with torch.no_grad():
            for name in self.names:
                parameter = getattr(self, name)
                parameter.copy_(values[at : at + parameter.numel()].reshape(parameter.shape))
                at += parameter.numel()

    def forward(self, batch):
        """Graphs x 3: energy residual in units, band gap in 1.5 eV, log scale of the energy's error."""
        gelu = torch.nn.functional.gelu
        h = batch["species"] @ self.embedding + batch["angular"] @ self.angular + self.node_bias
        spacing = self.cutoff / (self.radial_size - 1)
        centers = torch.arange(self.radial_size, device=h.device) * spacing
        spread = (batch["distance"][:, None] - centers) / spacing
        e = torch.exp(-0.5 * spread * spread) @ self.radial + self.radial_bias
        weight = batch["weight"][:, None] * MESSAGE_SCALE
        for layer in range(self.layers):
            p = lambda name: getattr(self, f"layer{layer}_{name}")
            x = torch.nn.functional.layer_norm(h, h.shape[1:], p("gain"), p("bias"), 1e-5)
            center = x @ p("center") + p("center_bias")
            neighbor = x @ p("neighbor")
            a = gelu(e @ p("edge") + neighbor[batch["neighbor"]] + center[batch["center"]])
            total = torch.zeros(len(h), a.shape[1], device=h.device, dtype=h.dtype)
            total = total.index_add(0, batch["center"], (weight * a).to(h.dtype))
            if layer + 1 < self.layers:
                e = e + a @ p("update")
            hidden = x @ p("own") + total @ p("message") + p("own_bias")
            h = h + gelu(hidden) @ p("out") + p("out_bias")
        last = torch.nn.functional.layer_norm(h, h.shape[1:], self.norm_gain, self.norm_bias, 1e-5)
        per_node = gelu(last @ self.readout_hidden + self.readout_hidden_bias) @ self.readout
        pooled = torch.zeros(batch["graphs"], OUTPUTS, device=h.device, dtype=per_node.dtype)
        pooled = pooled.index_add(0, batch["graph"], batch["share"][:, None] * per_node)
        return pooled + self.readout_bias
