package org.gradloom.rule;

/** Which numbers a loss can compare outputs with. */
public enum TargetRange {
  ANY {
    @Override
    public boolean accepts(double target) {
      return true;
    }

    @Override
    public double from(double number) {
      return number;
    }
  },

  /** Probabilities, from 0 to 1. */
  PROBABILITY {
    @Override
    public boolean accepts(double target) {
      return target >= 0 && target <= 1;
    }

    @Override
    public double from(double number) {
      return number > 0 ? 1 : 0;
    }
  };

  public abstract boolean accepts(double target);

  /**
   * A target in this range that is made of any number: for a probability, whether it is positive.
   */
  public abstract double from(double number);
}
