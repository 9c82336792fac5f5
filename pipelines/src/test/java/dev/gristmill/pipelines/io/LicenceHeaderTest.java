// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LicenceHeaderTest {
  private static final String GNU =
      """
      /* This program is free software: you can redistribute it and/or modify
       * it under the terms of the GNU %sGeneral Public License as published by
       * the Free Software Foundation, %s */
      """;
  private static final String BSD =
      """
      # Redistribution and use in source and binary forms, with or without
      # modification, are permitted provided that the following conditions are met:
      # 1. Redistributions of source code must retain the above copyright notice.
      %s
      # THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS "AS IS"
      """;

  private static String licence(String text) {
    return LicenceHeader.of(text).orElse("");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "// SPDX-License-Identifier: MIT | MIT",
        "/* SPDX-License-Identifier: GPL-2.0 WITH Linux-syscall-note */ | GPL-2.0 WITH Linux-syscall-note",
        "<!-- SPDX-License-Identifier: (Apache-2.0 OR  MIT) AND BSD-3-Clause --> | (Apache-2.0 OR MIT) AND BSD-3-Clause",
        "# SPDX-License-Identifier: LicenseRef-Own | LicenseRef-Own",
        "# SPDX-License-Identifier: MIT see the file | MIT",
        "# SPDX-License-Identifier: MIT OR | MIT",
        "# SPDX-License-Identifier: ((MIT) | ''",
        "# SPDX-License-Identifier: %s | ''",
        "# SPDX-License-Identifier: | ''",
        "# Licensed under the Apache License, Version 2.0 (the \"License\"); | Apache-2.0",
        "// Licensed under the Apache License, Version 2.0 <LICENSE-APACHE> or the MIT license, at your option. | Apache-2.0 OR MIT",
        "// Uses code under the Apache License, Version 2.0 and code under the MIT license. | ''",
        "(* Released under the MIT License. *) | MIT",
        "This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. | MPL-2.0",
        "made available under the terms of the Eclipse Public License v. 2.0 which is | EPL-2.0",
        "the terms of the Eclipse Public License v1.0 which | EPL-1.0",
        "CC0 1.0 Universal | CC0-1.0",
        "This is free and unencumbered software released into the public domain. | Unlicense",
        "Distributed under the Boost Software License, Version 1.0. (See | BSL-1.0",
        "under the terms of version 2 of the GNU General Public License | GPL-2.0-only",
        "GNU General Public License version 2 only, with the \"Classpath\" exception as | GPL-2.0-only WITH Classpath-exception-2.0",
        "GNU General Public License Version 2 or CDDL, the Common Development and Distribution License | ''",
        "a note about the GNU General Public License | ''",
        "class A {} | ''",
      })
  void recognises(String line, String expected) {
    assertThat(licence(line + "\nint x;\n")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "'',2,GPL-2.0",
    "'',3,GPL-3.0",
    "'Lesser ',2.1,LGPL-2.1",
    "'Lesser ',3,LGPL-3.0",
    "'Library ',2,LGPL-2.0",
    "'Affero ',3,AGPL-3.0",
  })
  void tellsOnlyFromOrLater(String family, String version, String expected) {
    assertThat(licence(GNU.formatted(family, "version " + version + " of the License.")))
        .isEqualTo(expected + "-only");
    assertThat(
            licence(
                GNU.formatted(
                    family,
                    "either version "
                        + version
                        + " of the\n * License, or (at your option) any later version.")))
        .isEqualTo(expected + "-or-later");
  }

  @Test
  void countsTheClausesOfBsd() {
    String names =
        """
        # Neither the name of X may be used to endorse or promote products derived
        # from this software.
        """;

    assertThat(licence(BSD.formatted(""))).isEqualTo("BSD-2-Clause");
    assertThat(licence(BSD.formatted(names))).isEqualTo("BSD-3-Clause");
    assertThat(
            licence(
                BSD.formatted("# All advertising materials mentioning features of this\n" + names)))
        .isEqualTo("BSD-4-Clause");
    assertThat(licence(BSD.substring(0, BSD.indexOf("%s")))).isEmpty();
  }

  @Test
  void readsMitAndIscByTheirGrants() {
    String mit =
        """
         * Permission is hereby granted, free  of charge, to any person obtaining
         * a  copy  of this  software  and  associated  documentation files (the
         * "Software"), to  deal in  the Software without  restriction
        """;
    String isc =
        """
        Permission to use, copy, modify, and/or distribute this software for any
        purpose with or without fee is hereby granted, provided that the above
        copyright notice and this permission notice appear in all copies.
        """;

    assertThat(licence(mit)).isEqualTo("MIT");
    assertThat(licence(isc)).isEqualTo("ISC");
  }

  @Test
  void looksAtFortyLinesOnly() {
    String tag = "// SPDX-License-Identifier: MIT";

    assertThat(licence("\n".repeat(39) + tag)).isEqualTo("MIT");
    assertThat(licence("\n".repeat(40) + tag)).isEmpty();
    assertThat(licence("\r\n".repeat(39) + tag + "\r\n")).isEqualTo("MIT");
    assertThat(licence("x".repeat(1_000_000) + tag)).isEmpty();
  }
}
