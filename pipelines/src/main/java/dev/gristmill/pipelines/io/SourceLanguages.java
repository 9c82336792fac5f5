// SPDX-License-Identifier: Apache-2.0
package dev.gristmill.pipelines.io;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The language of a source file by its name, else by its first line.
 *
 * <p>Source: names, extensions, file names and interpreters as in github-linguist's
 * lib/linguist/languages.yml. Where several languages share an extension, the commonest has it
 * ({@code .h} is C, {@code .m} Objective-C, {@code .pl} Perl, {@code .v} Verilog); extensions
 * without a commonest one, and those of data and pictures ({@code .csv}, {@code .svg}, {@code
 * .ipynb}), are left out.
 */
final class SourceLanguages {

  /** Language: extensions, then file names in double quotes, then interpreters behind "#!". */
  private static final String TABLE =
      """
      ABAP: abap
      ActionScript: as
      Ada: adb ads ada
      Agda: agda
      ANTLR: g4
      Apex: trigger
      AppleScript: applescript scpt #!osascript
      AsciiDoc: adoc asciidoc
      ASP.NET: aspx ascx cshtml
      Assembly: asm s nasm
      Astro: astro
      AutoHotkey: ahk
      Awk: awk gawk mawk #!awk #!gawk
      Batchfile: bat cmd
      Bicep: bicep
      BibTeX: bib
      BitBake: bb bbclass
      Blade: blade.php
      C: c h
      C#: cs csx
      C++: cpp cc cxx c++ hpp hh hxx h++ ipp inl tpp ino
      Cairo: cairo
      Clojure: clj cljs cljc edn
      CMake: cmake "CMakeLists.txt
      COBOL: cob cbl cobol cpy
      CoffeeScript: coffee "Cakefile #!coffee
      Common Lisp: lisp lsp cl asd
      Crystal: cr #!crystal
      CSS: css
      Cuda: cu cuh
      Cython: pyx pxd pxi
      D: d di
      Dart: dart #!dart
      Diff: diff patch
      Dockerfile: dockerfile "Dockerfile "Containerfile
      Dhall: dhall
      Elixir: ex exs #!elixir
      Elm: elm
      Emacs Lisp: el ".emacs
      ERB: erb
      Erlang: erl hrl "rebar.config #!escript
      F#: fs fsi fsx
      Fennel: fnl
      Fish: fish #!fish
      Fluent: ftl
      Forth: fth 4th
      Fortran: f for f77
      Fortran Free Form: f90 f95 f03 f08
      FreeMarker: ftlh
      GDScript: gd
      Gherkin: feature
      Gleam: gleam
      GLSL: glsl vert frag geom comp
      Gnuplot: gnuplot gp plt #!gnuplot
      Go: go
      Go Module: "go.mod
      Gradle: gradle
      GraphQL: graphql gql
      Groovy: groovy gvy "Jenkinsfile #!groovy
      Hack: hack hhi
      Haml: haml
      Handlebars: handlebars hbs
      Haskell: hs hsc #!runhaskell
      Haxe: hx
      HCL: hcl tf tfvars nomad
      HLSL: hlsl fx
      HTML: html htm xhtml
      Idris: idr
      INI: ini cfg ".editorconfig ".gitconfig
      Isabelle: thy
      J: ijs
      Janet: janet #!janet
      Java: java jav
      Java Properties: properties
      Java Server Pages: jsp jspx
      JavaScript: js mjs cjs jsx #!node #!nodejs #!deno
      Jinja: jinja j2 jinja2
      jq: jq #!jq
      JSON: json webmanifest
      JSON with Comments: jsonc "tsconfig.json
      JSON5: json5
      Jsonnet: jsonnet libsonnet
      Julia: jl #!julia
      Just: just "justfile
      Kotlin: kt kts ktm
      Lean: lean
      Less: less
      Lex: lex ll
      Linker Script: ld lds
      Liquid: liquid
      LiveScript: ls
      LLVM: llvm
      Lua: lua rockspec #!lua #!luajit
      Luau: luau
      M4: m4 ac "configure.ac
      Makefile: mk mak make "Makefile "GNUmakefile "Kbuild #!make
      Markdown: md markdown mdown mkd
      MATLAB: matlab
      Maven POM: "pom.xml
      MDX: mdx
      Mermaid: mmd mermaid
      Meson: "meson.build "meson_options.txt
      MLIR: mlir
      Mojo: mojo
      Mustache: mustache
      Nginx: nginx nginxconf
      Nim: nim nims nimble #!nim
      Nix: nix
      Objective-C: m
      Objective-C++: mm
      OCaml: ml mli mll mly #!ocaml
      Odin: odin
      OpenCL: opencl clcl
      OpenSCAD: scad
      Org: org
      Pascal: pas dpr lpr
      Perl: pl pm t pod #!perl
      PHP: php phtml php3 php4 php5 phps #!php
      PLpgSQL: pgsql
      PLSQL: pls plsql pkb pks
      PostScript: ps
      PowerShell: ps1 psm1 psd1 #!pwsh
      Processing: pde
      Prolog: prolog #!swipl
      Protocol Buffer: proto
      Pug: pug jade
      Puppet: pp
      PureScript: purs
      Python: py pyi pyw gypi "SConstruct "SConscript #!python #!python2 #!python3
      QML: qml
      R: r rd rsx ".Rprofile #!Rscript
      Racket: rkt rktl #!racket
      Raku: raku rakumod p6 pm6 #!raku
      ReScript: res resi
      reStructuredText: rst
      RMarkdown: rmd qmd
      Roff: man roff
      Ruby: rb rake gemspec ru podspec "Rakefile "Gemfile "Podfile "Vagrantfile "Fastfile #!ruby #!jruby
      Rust: rs
      SAS: sas
      Sass: sass
      Scala: scala sbt sc #!scala
      Scheme: scm ss sld #!guile
      SCSS: scss
      Shell: sh bash zsh ksh bats ".bashrc ".profile ".zshrc "PKGBUILD #!sh #!bash #!zsh #!ksh #!dash
      Slim: slim
      Smalltalk: st
      SMT: smt2 smt
      Solidity: sol
      SPARQL: sparql rq
      SQL: sql ddl dml
      Standard ML: sml sig fun
      Starlark: bzl star bazel "BUILD "WORKSPACE "BUCK
      Stata: do ado
      Stylus: styl
      Svelte: svelte
      SWIG: swg swig
      Swift: swift #!swift
      SystemVerilog: sv svh
      Tcl: tcl tk #!tclsh #!wish
      TeX: tex sty ltx bbl dtx ins
      Text: txt text "README "NEWS "AUTHORS "CHANGES "ChangeLog "LICENSE "LICENCE "COPYING "NOTICE "INSTALL "CONTRIBUTORS "TODO "HISTORY
      Textile: textile
      Thrift: thrift
      TOML: toml "Pipfile
      TSX: tsx
      Twig: twig
      TypeScript: ts mts cts
      Typst: typ
      V: vv
      Vala: vala vapi
      VBScript: vbs
      Verilog: v veo vh
      VHDL: vhd vhdl
      Vim Script: vim vimrc ".vimrc
      Visual Basic .NET: vb
      Vue: vue
      WebAssembly: wat wast
      WebIDL: webidl
      WGSL: wgsl
      Wikitext: mediawiki wiki
      XML: xml xsd wsdl pom plist csproj fsproj vbproj vcxproj props targets resx xaml
      XQuery: xq xqm xquery
      XSLT: xsl xslt
      Yacc: y yy yacc
      YAML: yml yaml ".clang-format
      YANG: yang
      Zig: zig zon
      """;

  private static final Map<String, String> BY_EXTENSION = new HashMap<>();
  private static final Map<String, String> BY_NAME = new HashMap<>();
  private static final Map<String, String> BY_INTERPRETER = new HashMap<>();

  static {
    for (String row : TABLE.lines().toList()) {
      int colon = row.indexOf(": ");
      String language = row.substring(0, colon);
      for (String key : row.substring(colon + 2).split(" ", -1)) {
        if (key.startsWith("\"")) {
          BY_NAME.putIfAbsent(key.substring(1), language);
        } else if (key.startsWith("#!")) {
          BY_INTERPRETER.putIfAbsent(key.substring(2), language);
        } else {
          BY_EXTENSION.putIfAbsent(key, language);
        }
      }
    }
  }

  private SourceLanguages() {}

  /** How many languages there are. */
  static int count() {
    return (int) TABLE.lines().count();
  }

  /** The language by file name or extension, if it is a known one. */
  static Optional<String> ofPath(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    String language = BY_NAME.get(name);
    String lower = name.toLowerCase(Locale.ROOT);
    // Longer endings first: page.blade.php is no PHP.
    for (int dot = lower.indexOf('.'); dot >= 0 && language == null; ) {
      language = BY_EXTENSION.get(lower.substring(dot + 1));
      dot = lower.indexOf('.', dot + 1);
    }
    boolean isProse = language == null && ArchiveLicence.isLicenceFile(name);
    return isProse ? Optional.of("Text") : Optional.ofNullable(language);
  }

  /** Whether only the first line could tell the language. */
  static boolean hasNoExtension(String path) {
    return path.lastIndexOf('.') <= path.lastIndexOf('/') + 1;
  }

  /** The language by the interpreter that the first line names, {@code env} and versions aside. */
  static Optional<String> ofFirstLine(String text) {
    if (!text.startsWith("#!")) {
      return Optional.empty();
    }
    String line = FirstLines.of(text, 1, 256).get(0).substring(2).strip();
    for (String word : line.split("\\s+", 8)) {
      String program = word.substring(word.lastIndexOf('/') + 1);
      if (program.equals("env") || program.startsWith("-") || program.contains("=")) {
        continue;
      }
      String language = BY_INTERPRETER.get(program);
      int end = program.length();
      while (end > 0 && (Character.isDigit(program.charAt(end - 1)) || endsInDot(program, end))) {
        end--;
      }
      return Optional.ofNullable(
          language != null ? language : BY_INTERPRETER.get(program.substring(0, end)));
    }
    return Optional.empty();
  }

  private static boolean endsInDot(String program, int end) {
    return program.charAt(end - 1) == '.';
  }
}
