// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.split;

import dev.gristmill.filters.url.CanonicalUrl;
import dev.gristmill.filters.url.HostList;
import dev.gristmill.filters.url.PageUrl;
import dev.gristmill.pipelines.model.Failed;
import dev.gristmill.pipelines.model.Stages;
import dev.gristmill.pipelines.run.ListFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The entries of a takedown stage, held in memory: about 100 bytes each.
 *
 * <p>It is asked when fates are judged, not when pages are measured: a new entry makes no split be
 * read again.
 */
final class TakedownList {

  private final Set<String> ids;
  private final Set<String> urls;
  private final HostList hosts;

  private TakedownList(Set<String> ids, Set<String> urls, HostList hosts) {
    this.ids = ids;
    this.urls = urls;
    this.hosts = hosts;
  }

  static TakedownList load(Stages.Takedown stage) throws IOException {
    Set<String> ids = new HashSet<>();
    for (String file : stage.ids()) {
      ids.addAll(ListFile.entries(file));
    }
    Set<String> urls = new HashSet<>();
    for (String file : stage.urls()) {
      ListFile.entries(file).forEach(url -> urls.add(CanonicalUrl.dedupKey(url)));
    }
    List<String> hosts = new ArrayList<>();
    for (String file : stage.hosts()) {
      hosts.addAll(ListFile.entries(file));
    }
    return new TakedownList(ids, urls, HostList.of(hosts));
  }

  void judge(String stage, SplitDocument document, List<Failed> failed) {
    if (ids.contains(document.id().toString()) || ids.contains(document.userId())) {
      failed.add(new Failed(stage, "takedown_id", 1, 0, ""));
    }
    PageUrl url = PageUrl.of(document.url()).orElse(null);
    if (url == null) {
      return;
    }
    if (urls.contains(url.dedupKey())) {
      failed.add(new Failed(stage, "takedown_url", 1, 0, ""));
    }
    if (hosts.contains(url)) {
      failed.add(new Failed(stage, "takedown_host", 1, 0, url.host()));
    }
  }
}
