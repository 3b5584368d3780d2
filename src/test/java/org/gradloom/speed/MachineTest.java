package org.gradloom.speed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineTest {
  @TempDir private Path root;

  private void write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void linuxTellsWhatItIs() throws IOException {
    write("proc/cpuinfo", "processor\t: 0\nmodel name\t: Loom 9\nflags\t\t: fpu sse2 avx avx2\n\n");
    write("sys/devices/system/cpu/cpu0/cache/index0/size", "32K\n");
    write("sys/devices/system/cpu/cpu0/cache/index1/size", "8M\n");
    write("sys/devices/system/cpu/cpu0/cache/index2/size", "512K\n");
    Machine machine = Machine.of(root, "amd64", 2, "25.0.1");
    assertThat(machine)
        .isEqualTo(
            new Machine("Loom 9", 2, "25.0.1", OptionalInt.of(4), OptionalLong.of(8_388_608)));
    assertThat(Texts.english().say(machine.named())).isEqualTo("Loom 9, 2 cores, JDK 25.0.1");
  }

  @Test
  void whereTheSystemTellsNothingNothingIsClaimed() {
    Machine machine = Machine.of(root, "SpeedPlan 9 amd64", 1, "25");
    assertThat(machine)
        .isEqualTo(
            new Machine("SpeedPlan 9 amd64", 1, "25", OptionalInt.empty(), OptionalLong.empty()));
    assertThat(Texts.english().say(machine.named())).isEqualTo("SpeedPlan 9 amd64, 1 core, JDK 25");
  }

  @Test
  void theWidestVectorUnitCounts() throws IOException {
    write("proc/cpuinfo", "flags : sse2 avx avx2 avx512f\n");
    assertThat(Machine.of(root, "x", 1, "25").lanes()).hasValue(8);
    write("proc/cpuinfo", "Features : fp asimd\n");
    assertThat(Machine.of(root, "x", 1, "25").lanes()).hasValue(2);
  }
}
