// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.models;

import dev.gristmill.filters.url.HostList;
import dev.gristmill.filters.url.UrlFilter;
import dev.gristmill.filters.url.UrlList;
import dev.gristmill.filters.url.UrlWords;
import dev.gristmill.pipelines.model.Stages;
import dev.gristmill.pipelines.run.ListFile;
import dev.gristmill.pipelines.split.StageRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the lists of a URL stage: files on any Beam file system, local folders in UT1's layout. */
final class UrlLists {

  private UrlLists() {}

  static UrlFilter filter(Stages.Urls stage) throws IOException {
    List<HostList> hosts = new ArrayList<>();
    List<UrlList> urls = new ArrayList<>();
    if (stage.builtIn()) {
      hosts.addAll(HostList.defaults());
    }
    for (String file : stage.hosts()) {
      if (isFolder(file)) {
        hosts.add(HostList.load(Path.of(file)));
      } else {
        hosts.add(HostList.of(ListFile.entries(file)));
      }
    }
    for (String file : stage.urls()) {
      urls.add(isFolder(file) ? UrlList.load(Path.of(file)) : UrlList.of(ListFile.entries(file)));
    }
    return UrlFilter.of(
        StageRules.urlOptions(stage),
        hosts,
        urls,
        stage.words() ? UrlWords.defaults() : UrlWords.none());
  }

  private static boolean isFolder(String file) {
    return !file.contains("://") && Files.isDirectory(Path.of(file));
  }
}
