package dev.athanor.models.diffspectra.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.athanor.models.learning.ParameterLayout;
import java.util.ArrayList;
import java.util.List;

/**
 * The encoder of spectra (SpecFormer): overlapping pieces of up to three spectra become tokens, and
 * a transformer over all of them a vector.
 *
 * <p>A piece is embedded linearly and told its place by a learned vector. Where a spectrum is
 * missing or a piece is hidden, a learned vector stands for it. Besides the published structure,
 * summary tokens collect the result instead of a mean, so that what is seen in one place is not
 * washed out; and what a plain network sees at a glance ({@link SpectrumGlance}) is added to it.
 *
 * @see <a href="https://arxiv.org/abs/2507.06853">DiffSpectra, the encoder SpecFormer</a>
 */
final class SpectrumEncoder {
  private final EncoderSettings settings;
  private final List<Parameters.Linear> embeddings = new ArrayList<>();
  private final int places;
  private final int hidden;
  private final int summaries;
  private final List<Layer> layers = new ArrayList<>();
  private final Parameters.Norm last;
  private final Parameters.Linear result;
  private final SpectrumGlance glance;

  private record Layer(
      Parameters.Norm first,
      Parameters.Linear asked,
      Parameters.Linear mixed,
      Parameters.Norm second,
      Parameters.Linear wide,
      Parameters.Linear narrow) {}

  /**
   * What comes out.
   *
   * @param embedding spectra x width
   * @param tokens spectra x pieces x width, for the reconstruction of hidden pieces
   */
  record Encoded(NDArray embedding, NDArray tokens) {}

  SpectrumEncoder(EncoderSettings settings, ParameterLayout layout) {
    this.settings = settings;
    int d = settings.width();
    for (int s = 0; s < settings.patchings().size(); s++) {
      embeddings.add(
          Parameters.Linear.in(
              layout, "spectrum" + s + ".embedding", settings.patchings().get(s).length(), d, 3));
    }
    places = layout.matrix("places", settings.tokens(), d, 0.2 * Math.sqrt(settings.tokens()));
    hidden = layout.matrix("hidden", settings.patchings().size(), d, 0.5);
    summaries =
        layout.matrix("summaries", settings.summaries(), d, Math.sqrt(settings.summaries()));
    for (int l = 0; l < settings.layers(); l++) {
      String p = "encoder" + l + ".";
      layers.add(
          new Layer(
              Parameters.Norm.in(layout, p + "first", d),
              Parameters.Linear.in(layout, p + "asked", d, 3 * d, 1),
              Parameters.Linear.in(layout, p + "mixed", d, d, 0.5),
              Parameters.Norm.in(layout, p + "second", d),
              Parameters.Linear.in(layout, p + "wide", d, 2 * d, 1),
              Parameters.Linear.in(layout, p + "narrow", 2 * d, d, 0.5)));
    }
    last = Parameters.Norm.in(layout, "encoder.last", d);
    result = Parameters.Linear.in(layout, "encoder.result", settings.summaries() * d, d, 1);
    glance = new SpectrumGlance(settings, layout);
  }

  Encoded forward(Parameters w, SpectrumTokens spectra, NDManager manager) {
    int count = spectra.count();
    int d = settings.width();
    NDList parts = new NDList();
    parts.add(
        w.get(summaries)
            .reshape(1, settings.summaries(), d)
            .broadcast(new Shape(count, settings.summaries(), d)));
    NDArray where = w.get(places);
    int from = 0;
    for (int s = 0; s < embeddings.size(); s++) {
      Patching patching = settings.patchings().get(s);
      int tokens = patching.tokens();
      NDArray pieces =
          manager.create(spectra.pieces().get(s), new Shape(count, tokens, patching.length()));
      NDArray seen = manager.create(spectra.seen().get(s), new Shape(count, tokens, 1));
      NDArray unseen = seen.neg().addi(1);
      NDArray stand = w.get(hidden).get(s).reshape(1, 1, d);
      parts.add(
          w.apply(embeddings.get(s), pieces)
              .mul(seen)
              .add(unseen.mul(stand))
              .add(where.get(from + ":" + (from + tokens)).reshape(1, tokens, d)));
      from += tokens;
    }
    NDArray x = NDArrays.concat(parts, 1);
    for (Layer layer : layers) {
      x = layer(w, layer, x, count);
    }
    NDArray normed = w.norm(x, last);
    NDList split = normed.split(new long[] {settings.summaries()}, 1);
    NDArray collected = split.get(0).reshape(count, (long) settings.summaries() * d);
    NDArray seen = manager.create(glance.inputs(spectra), new Shape(count, glance.inputsOfOne()));
    NDArray embedding = w.apply(result, collected).add(glance.forward(w, seen));
    return new Encoded(embedding, split.get(1));
  }

  private NDArray layer(Parameters w, Layer layer, NDArray x, int count) {
    int d = settings.width();
    int heads = settings.heads();
    int each = d / heads;
    long all = x.getShape().get(1);
    NDArray asked =
        w.apply(layer.asked, w.norm(x, layer.first))
            .reshape(count, all, 3, heads, each)
            .transpose(2, 0, 3, 1, 4)
            .reshape(3, (long) count * heads, all, each);
    NDArray attention =
        asked.get(0).mul(1 / Math.sqrt(each)).matMul(asked.get(1).transpose(0, 2, 1)).softmax(2);
    NDArray mixed =
        attention
            .matMul(asked.get(2))
            .reshape(count, heads, all, each)
            .transpose(0, 2, 1, 3)
            .reshape(count, all, d);
    NDArray y = x.add(w.apply(layer.mixed, mixed));
    NDArray wide = w.apply(layer.wide, w.norm(y, layer.second)).getNDArrayInternal().gelu();
    return y.add(w.apply(layer.narrow, wide));
  }
}
