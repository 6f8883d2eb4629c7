package dev.athanor.matter.crystal;

/**
 * A lattice in a short basis {@code a, b, c} (shortest first) and the Cartesian frame in which that
 * basis is triangular: {@code a = (ax, 0, 0)}, {@code b = (bx, by, 0)}, {@code c = (cx, cy, cz)}
 * with {@code ax, by, cz > 0}.
 *
 * <p>The basis is reduced by subtracting from each vector the nearest multiples of the shorter ones
 * until nothing changes, which is enough to make the shears {@code bx, cx, cy} small; it is no
 * canonical cell.
 */
final class TriangularFrame {
  private static final int MAX_ROUNDS = 200;

  final double ax;
  final double bx;
  final double by;
  final double cx;
  final double cy;
  final double cz;

  private final Vector3 first;
  private final Vector3 second;
  private final Vector3 third;

  TriangularFrame(Lattice lattice) {
    Vector3 a = lattice.a();
    Vector3 b = lattice.b();
    Vector3 c = lattice.c();
    for (int round = 0; round < MAX_ROUNDS; round++) {
      if (b.dot(b) < a.dot(a)) {
        Vector3 swap = a;
        a = b;
        b = swap;
      }
      if (c.dot(c) < b.dot(b)) {
        Vector3 swap = b;
        b = c;
        c = swap;
        continue;
      }
      Vector3 shorterB = reduced(b, a);
      Vector3 shorterC = reduced(reduced(c, shorterB), a);
      if (shorterB.equals(b) && shorterC.equals(c)) {
        break;
      }
      b = shorterB;
      c = shorterC;
    }
    ax = a.length();
    first = a.times(1 / ax);
    bx = b.dot(first);
    Vector3 across = b.minus(first.times(bx));
    by = across.length();
    second = across.times(1 / by);
    Vector3 normal = first.cross(second);
    double height = c.dot(normal);
    third = height < 0 ? normal.times(-1) : normal;
    cx = c.dot(first);
    cy = c.dot(second);
    cz = Math.abs(height);
  }

  /** The same vector when it is as short as it gets. */
  private static Vector3 reduced(Vector3 vector, Vector3 shorter) {
    double multiple = Math.rint(vector.dot(shorter) / shorter.dot(shorter));
    return multiple == 0 ? vector : vector.minus(shorter.times(multiple));
  }

  /** A place in this frame, moved by lattice vectors into the cell of the short basis. */
  Vector3 wrapped(Vector3 cartesian) {
    double c = cartesian.dot(third) / cz;
    double b = (cartesian.dot(second) - c * cy) / by;
    double a = (cartesian.dot(first) - c * cx - b * bx) / ax;
    Vector3 inside = new Vector3(a, b, c).wrapped();
    return new Vector3(
        inside.x() * ax + inside.y() * bx + inside.z() * cx,
        inside.y() * by + inside.z() * cy,
        inside.z() * cz);
  }

  /** From this frame back to that of the lattice, into {@code target} from {@code at} on. */
  void toLatticeFrame(double x, double y, double z, double[] target, int at) {
    target[at] = x * first.x() + y * second.x() + z * third.x();
    target[at + 1] = x * first.y() + y * second.y() + z * third.y();
    target[at + 2] = x * first.z() + y * second.z() + z * third.z();
  }
}
