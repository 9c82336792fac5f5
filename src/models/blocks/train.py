# SPDX-License-Identifier: Apache-2.0
"""Trains the model that tells main text from boilerplate, and cross-validates it.

usage: train.py DUMP EXTRACTION SAMPLES [--model OUT] [--folds N]

DUMP is what BlockDump wrote, EXTRACTION the folder of the public pages (aeb, trafilatura-eval, mozilla-readability).
Without --model it cross-validates: folds by registered domain, every page is judged by a model that saw no page of its
domain. lightgbm==4.7.0, numpy==2.4.6. Same input, same file: one thread, fixed seeds.
"""
import argparse
import json
import sys

import lightgbm as lgb
import numpy as np

import labels

PARAMETERS = dict(
    objective="binary",
    num_leaves=16,
    learning_rate=0.06,
    min_data_in_leaf=40,
    feature_fraction=0.5,
    bagging_fraction=0.7,
    bagging_freq=1,
    lambda_l2=5,
    num_threads=2,
    deterministic=True,
    force_row_wise=True,
    seed=1,
    verbosity=-1,
)
ROUNDS = 150

# What one page of a set weighs; a page with segments weighs as much as it has segments.
PAGE_WEIGHT = {"aeb": 24, "moz": 12, "own": 24, "samples": 6}


def weights(page):
    if page["set"] == "traf":
        return page["w"]
    root = np.sqrt(page["w"] + 1)
    return root * PAGE_WEIGHT[page["set"]] / max(1, root.sum())


def train(pages, parameters=None, rounds=ROUNDS):
    known = [page["y"] >= 0 for page in pages]
    x = np.vstack([p["X"][k] for p, k in zip(pages, known)])
    y = np.concatenate([p["y"][k] for p, k in zip(pages, known)])
    w = np.concatenate([weights(p)[k] for p, k in zip(pages, known)])
    return lgb.train(parameters or PARAMETERS, lgb.Dataset(x, label=y, weight=w), rounds)


def cross_validate(pages, folds, parameters=None, rounds=ROUNDS, columns=None):
    """Log-odds of every block, from models that saw no page of its domain."""
    for f in range(folds):
        inside = [p for p in pages if labels.fold(p, folds) != f]
        model = train(inside, parameters, rounds)
        for page in pages:
            if labels.fold(page, folds) == f:
                page["odds"] = odds(model, page["X"])


def odds(model, x):
    """As BlockModel.logOdds: blocks that the first trees are sure of go no further."""
    result = np.clip(model.predict(x, raw_score=True), -4, 4)
    for trees, margin in ((60, 2.25), (30, 2)):
        part = model.predict(x, raw_score=True, num_iteration=trees)
        result = np.where(np.abs(part) > margin, 4 * np.sign(part), result)
    return result


def write(model, names, path):
    lines = [" ".join(names)]
    for tree in model.dump_model()["tree_info"]:
        nodes = []

        def visit(node):
            at = len(nodes)
            nodes.append(None)
            if "leaf_value" in node:
                nodes[at] = f"leaf {node['leaf_value']!r}"
            else:
                assert node["decision_type"] == "<=" and node["missing_type"] == "None"
                left = visit(node["left_child"])
                right = visit(node["right_child"])
                nodes[at] = f"split {node['split_feature']} {floor(node['threshold'])} {left} {right}"
            return at

        visit(tree["tree_structure"])
        lines += ["tree"] + nodes
    with open(path, "w") as out:
        out.write("\n".join(lines) + "\n")


def floor(threshold):
    """The largest float that is not above a double: the same side for every float."""
    single = np.float32(threshold)
    if float(single) > threshold:
        single = np.nextafter(single, np.float32(-np.inf))
    return repr(float(single))


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("dump")
    arguments.add_argument("extraction")
    arguments.add_argument("samples")
    arguments.add_argument("--model")
    arguments.add_argument("--folds", type=int, default=10)
    options = arguments.parse_args()
    names, pages = labels.load(options.dump, options.extraction, options.samples)
    if options.model:
        write(train(pages), names, options.model)
        return
    cross_validate(pages, options.folds)
    for page in pages:
        rounded = [round(float(o), 4) for o in page["odds"]]
        print(json.dumps({"set": page["set"], "id": page["id"], "odds": rounded}))


if __name__ == "__main__":
    sys.exit(main())
