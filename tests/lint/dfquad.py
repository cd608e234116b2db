# SPDX-FileCopyrightText: The Demarche developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Strength by DF-QuAD (Rago, Toni, Aurisicchio, Baroni 2016), a second time and apart from the program: for arguments without
cycles, undecided dates and hypothetical items, as those of the bundled dossiers are."""


def supported(dossier):
    """The claims that some inference supports, scenarios aside."""
    return {step["to"] for step in dossier["inferences"]
            if step["kind"] == "supports" and not step.get("scenarios")}


def strengths(dossier, assume):
    """The strength of each claim and of each inference, by id; what is in assume is fixed."""
    claims = {claim["id"]: claim for claim in dossier["claims"]}
    into = {}
    for step in dossier["inferences"]:
        into.setdefault((step["to"], step["kind"]), []).append(step)
    with_reasons = supported(dossier)
    known = dict(assume)

    def force(target, kind):
        rest = 1
        for step in into.get((target, kind), []):
            rest *= 1 - weigh(step)
        return 1 - rest

    def weigh(step):
        value = step.get("weight", 1) * (1 - force(step["id"], "undercuts"))
        for premise in step["from"]:
            value *= strength(premise)
        return value

    def strength(name):
        if name not in known:
            base = claims[name].get("credence", 0.1 if name in with_reasons else 0.5)
            lean = force(name, "supports") - force(name, "attacks")
            known[name] = base + ((1 - base) if lean >= 0 else base) * lean
        return known[name]

    return {name: strength(name) for name in claims}, {step["id"]: weigh(step) for step in dossier["inferences"]}
