package org.gradloom.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gradloom.ui.control.NetworkMap.Part;
import org.gradloom.ui.control.NetworkMap.Unit;
import org.gradloom.ui.control.NetworkMap.Wire;

/** Writes down what is asked of it. */
final class SampleOwner implements NetworkMap.Owner {
  final List<String> asked = new ArrayList<>();
  String values = "";

  @Override
  public String describe(Part part) {
    return switch (part) {
      case Wire wire ->
          "w" + (wire.row() + 1) + (wire.column() + 1) + " of layer " + (wire.layer() + 1) + values;
      case Unit unit -> "unit " + (unit.index() + 1) + " of column " + unit.column() + values;
    };
  }

  @Override
  public void hovered(Optional<Unit> unit) {
    asked.add("hovered " + unit.map(this::describe).orElse("none"));
  }

  @Override
  public void setWeight(Wire wire, double value) {
    asked.add(describe(wire) + " = " + value);
  }

  @Override
  public void setBias(Unit unit, double value) {
    asked.add("bias of " + describe(unit) + " = " + value);
  }

  @Override
  public void selectLayer(int layer) {
    asked.add("select " + layer);
  }

  @Override
  public void changeUnits(int layer, int change) {
    asked.add("units of " + layer + " by " + change);
  }

  @Override
  public void insertLayer(int layer) {
    asked.add("insert " + layer);
  }

  @Override
  public void removeLayer(int layer) {
    asked.add("remove " + layer);
  }
}
