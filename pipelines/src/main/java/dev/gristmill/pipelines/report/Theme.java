// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.report;

/** The page's one style sheet. */
final class Theme {

  /** Light, or dark where the reader prefers it; nothing in it is loaded. */
  static final String CSS =
      """
      :root{color-scheme:light dark;--bg:#fbfbfa;--card:#fff;--fg:#1c2024;--dim:#697179;\
      --line:#e3e5e8;--accent:#0f766e;--drop:#e0a458;--rest:#eef0f1;--mark:#f4f5f6}
      @media (prefers-color-scheme:dark){:root{--bg:#131619;--card:#1a1e22;--fg:#e3e6e8;\
      --dim:#98a1a9;--line:#2c3238;--accent:#2fb5a8;--drop:#a8763a;--rest:#252a2f;--mark:#22272c}}
      *{box-sizing:border-box}
      html{scroll-behavior:smooth}
      body{margin:0;background:var(--bg);color:var(--fg);font:14px/1.5 system-ui,-apple-system,\
      "Segoe UI",Roboto,"Noto Sans",sans-serif;font-variant-numeric:tabular-nums;\
      overflow-wrap:anywhere}
      main,header,footer{max-width:1180px;margin:0 auto;padding:0 20px}
      header{padding-top:28px}
      h1{font-size:24px;line-height:1.25;margin:0;font-weight:650;letter-spacing:-.01em}
      h2{font-size:17px;margin:40px 0 4px;font-weight:650;scroll-margin-top:12px}
      h3{font-size:14px;margin:20px 0 4px;font-weight:650}
      p{margin:4px 0 10px;max-width:100ch}
      .dim,.note{color:var(--dim)}
      .note{font-size:13px}
      code,pre,.id{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:12px}
      nav{display:flex;flex-wrap:wrap;gap:2px 16px;margin-top:12px;padding:8px 0;\
      border-top:1px solid var(--line);border-bottom:1px solid var(--line)}
      a{color:var(--accent);text-decoration:none}
      a:hover,a:focus{text-decoration:underline}
      .tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:1px;\
      margin-top:20px;background:var(--line);border:1px solid var(--line);border-radius:8px;\
      overflow:hidden}
      .tile{background:var(--card);padding:12px 16px}
      .tile b{display:block;font-size:23px;line-height:1.25;font-weight:600;\
      letter-spacing:-.01em}
      .tile span{display:block;color:var(--dim);font-size:12.5px}
      .scroll{overflow-x:auto;background:var(--card);border:1px solid var(--line);\
      border-radius:8px;margin:8px 0}
      table{border-collapse:collapse;width:100%;overflow-wrap:normal}
      th,td{padding:5px 12px;text-align:left;vertical-align:baseline;\
      border-bottom:1px solid var(--line)}
      tbody tr:last-child>*{border-bottom:0}
      thead th{color:var(--dim);font-weight:500;font-size:12.5px;white-space:nowrap;\
      background:var(--mark)}
      tbody th{font-weight:500;white-space:nowrap}
      tbody tr:hover>*{background:var(--mark)}
      .n{text-align:right;white-space:nowrap}
      .long{min-width:220px;overflow-wrap:anywhere}
      .bar{display:block;width:100%;min-width:110px;height:11px}
      .k{fill:var(--accent)}.d{fill:var(--drop)}.r{fill:var(--rest)}
      .key{display:inline-block;width:10px;height:10px;border-radius:2px;margin:0 5px 0 12px}
      .key:first-child{margin-left:0}
      .key.ck{background:var(--accent)}.key.cd{background:var(--drop)}
      .charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,340px),1fr));\
      gap:16px;margin-top:8px}
      figure{margin:0;background:var(--card);border:1px solid var(--line);border-radius:8px;\
      padding:12px 16px}
      figcaption{font-weight:600;margin-bottom:2px}
      .plot{display:block;width:100%;height:120px;border-bottom:1px solid var(--dim)}
      .ticks{display:flex;justify-content:space-between;color:var(--dim);font-size:12px}
      details{border-bottom:1px solid var(--line)}
      details:last-child{border-bottom:0}
      figure details,.free{border:0}
      summary{cursor:pointer;padding:5px 12px}
      figure summary,.free>summary{padding:5px 0;color:var(--accent)}
      summary:hover{background:var(--mark)}
      .rules{background:var(--card);border:1px solid var(--line);border-radius:8px;\
      overflow:hidden;margin:6px 0}
      .rule{display:grid;grid-template-columns:minmax(0,1fr) 90px 90px minmax(60px,26%);\
      gap:0 14px;align-items:center;padding:5px 12px}
      .head{color:var(--dim);font-size:12.5px;background:var(--mark);\
      border-bottom:1px solid var(--line)}
      summary.rule::before,summary.rule::marker{content:none}
      summary.rule>:first-child::before{content:"\\25B8";color:var(--dim);display:inline-block;\
      width:1.1em}
      details[open]>summary.rule>:first-child::before{content:"\\25BE"}
      div.rule>span:first-child{padding-left:1.1em}
      .head.rule>span:first-child{padding-left:0}
      .rules>div{border-bottom:1px solid var(--line)}
      .rules>div:last-child{border-bottom:0}
      .stage{background:var(--mark)}
      .stage h3{margin:0}
      .samples{padding:2px 12px 12px 28px}
      .sample{border-left:3px solid var(--line);padding:2px 0 2px 12px;margin:10px 0}
      .sample p{margin:0;max-width:none}
      .snippet{white-space:pre-wrap;margin:4px 0 0;max-height:200px;overflow:auto;\
      max-width:110ch;font-size:13px;line-height:20px}
      pre{margin:8px 0;padding:12px 16px;overflow:auto;max-height:34em;background:var(--card);\
      border:1px solid var(--line);border-radius:8px;white-space:pre;overflow-wrap:normal}
      .cols{columns:3 240px;margin:8px 0;padding:0 0 0 18px}
      footer{margin-top:48px;padding-bottom:32px;color:var(--dim);font-size:13px}
      @media (max-width:640px){main,header,footer{padding-left:12px;padding-right:12px}\
      .rule{grid-template-columns:minmax(0,1fr) 58px 58px;gap:0 8px}.rule>:nth-child(4){display:none}\
      .samples{padding-left:12px}.tile b{font-size:20px}}
      """;

  private Theme() {}
}
