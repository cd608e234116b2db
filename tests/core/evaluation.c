/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/argument/needs.h"
#include "tests/support/argument.h"

static void
check (const char *lines, const char *members, const DemWhatIf *what_if, const char *expected)
{
  g_autoptr (DemDossier) dossier = open_argument (lines, members);
  g_autoptr (DemEvaluation) evaluation = dem_evaluation_new (dossier, what_if);

  assert_strengths (evaluation, expected);
}

/* The example of the paper that defines DF-QuAD: whether to publish on the web. */
static void
test_published (void)
{
  g_autoptr (DemDossier) dossier = open_argument (
      "a1 0.5\n a2 0.5\n p1 0.7\n p2 0.5\n p3 0.9\n c1 0.2\n c2 0.2\n c3 0.6\n c4 0.5\n"
      "c1-a2: c1 attacks a2\n c2-p2: c2 attacks p2\n c3-p2: c3 attacks p2\n c4-p2: c4 attacks p2\n"
      "p1-a1: p1 supports a1\n p2-a1: p2 supports a1\n p3-a2: p3 supports a2",
      NULL);
  g_autoptr (DemEvaluation) evaluation = dem_evaluation_new (dossier, NULL);

  g_assert_cmpfloat_with_epsilon (get_strength (evaluation, "a1").strength, 0.862, 5e-4);
  g_assert_cmpfloat_with_epsilon (get_strength (evaluation, "a2").strength, 0.850, 5e-4);
  g_assert_cmpfloat_with_epsilon (get_strength (evaluation, "p2").strength, 0.080, 5e-4);
}

/* Each rule alone, worked by hand. */
static void
test_rules (void)
{
  static const struct
  {
    const char *rule;
    const char *lines;
    const char *expected;
  } rules[] = {
    { "nothing but a starting value", "t 0.3", "t 0.3" },
    { "without one and without reasons", "t", "t 0.5" },
    { "without one but with a reason: 0.1 + 0.9 × 0.8", "t\n a 0.8\n s: a supports t", "t 0.82, s 0.8" },
    { "without one, attacked only", "t\n a 0.8\n s: a attacks t", "t 0.1" },
    { "a starting value of 0 is one", "t 0\n a 0.8\n s: a supports t", "t 0.8" },
    { "support: 0.5 + 0.5 × 0.8", "t 0.5\n a 0.8\n s: a supports t", "t 0.9" },
    { "weight: 0.5 + 0.5 × 0.4", "t 0.5\n a 0.8\n s: a supports t 0.5", "t 0.7, s 0.4" },
    { "weight 0 counts nothing", "t 0.5\n a 0.8\n s: a supports t 0", "t 0.5, s 0" },
    { "two reasons: vs = 1 − 0.5 × 0.5", "t 0.5\n a 0.5\n b 0.5\n s: a supports t\n r: b supports t",
      "t 0.875" },
    { "linked premises: 0.8 × 0.5", "t 0.5\n a 0.8\n b 0.5\n s: a & b supports t", "t 0.7, s 0.4" },
    { "attack: 0.5 − 0.5 × 0.8", "t 0.5\n a 0.8\n s: a attacks t", "t 0.1" },
    { "for and against: 0.4 + 0.6 × (0.8 − 0.3)", "t 0.4\n a 0.8\n b 0.3\n s: a supports t\n r: b attacks t",
      "t 0.7" },
    { "against and for: 0.4 − 0.4 × (0.7 − 0.2)", "t 0.4\n a 0.2\n b 0.7\n s: a supports t\n r: b attacks t",
      "t 0.2" },
    { "they cancel out", "t 0.4\n a 0.7\n b 0.7\n s: a supports t\n r: b attacks t", "t 0.4" },
    { "undercut: 0.8 × (1 − 0.5)", "t 0.5\n a 0.8\n b 0.5\n s: a supports t\n u: b undercuts s",
      "s 0.4, t 0.7" },
    { "two undercuts: 0.8 × 0.5 × 0.5",
      "t 0.5\n a 0.8\n b 0.5\n s: a supports t\n u: b undercuts s\n v: b undercuts s", "s 0.2, t 0.6" },
    { "an undercut undercut: 0.8 × (1 − 0.5 × 0.4)",
      "t 0.5\n a 0.8\n b 0.5\n c 0.6\n s: a supports t\n u: b undercuts s\n v: c undercuts u",
      "v 0.6, u 0.2, s 0.64, t 0.82" },
    { "a third in the chain",
      "t 0.5\n a 1\n b 0.5\n s: a supports t\n u: b undercuts s\n v: b undercuts u\n w: b undercuts v",
      "w 0.5, v 0.25, u 0.375, s 0.625, t 0.8125" },
    { "an undercut of an attack", "t 0.5\n a 1\n b 0.5\n s: a attacks t\n u: b undercuts s",
      "s 0.5, t 0.25" },
    { "a claim used twice", "t 0.5\n a 0.5\n s: a supports t\n r: a attacks t", "t 0.5" },
    { "certainty", "t 0.5\n a 1\n s: a supports t", "t 1" },
    { "impossibility", "t 0.5\n a 1\n s: a attacks t", "t 0" },
    { "a certain claim under attack", "t 1\n a 0.5\n s: a attacks t", "t 0.5" },
    { "a chain", "t 0.5\n a 0.5\n b 0.5\n c 0.5\n s: a supports t\n r: b supports a\n q: c attacks b",
      "b 0.25, a 0.625, t 0.8125" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_test_message ("%s", rules[i].rule);
      check (rules[i].lines, NULL, NULL, rules[i].expected);
    }
}

static void
test_circles (void)
{
  static const struct
  {
    const char *what;
    const char *lines;
    const char *expected;
  } circles[] = {
    { "attacks itself: x = 0.5 − 0.5x", "t 0.5\n s: t attacks t", "t 0.333333333, s 0.333333333" },
    { "supports itself: x = 0.5 + 0.5x", "t 0.5\n s: t supports t", "t 1" },
    { "supports itself from nothing", "t 0\n s: t supports t", "t 0" },
    { "one another's support", "t 0.5\n a 0.2\n s: a supports t 0.5\n r: t supports a 0.5",
      /* t = 0.5 + 0.25a, a = 0.2 + 0.4t */
      "t 0.611111111, a 0.444444444" },
    { "attack one another", "t 0.5\n a 0.5\n s: a attacks t\n r: t attacks a",
      "t 0.333333333, a 0.333333333" },
    { "undercuts itself: x = 0.8(1 − x)",
      "t 0.5\n a 0.8\n s: a supports t\n u: a undercuts u\n v: u2 undercuts s\n u2 0",
      "u 0.444444444, s 0.8" },
    { "undercut one another",
      "t 0.5\n a 0.8\n s: a supports t\n u: a undercuts v\n v: a undercuts u\n w: a undercuts s 0.5",
      "u 0.444444444, v 0.444444444, s 0.48" },
    { "a claim undercuts its own support: x = 0.5 + 0.5(1 − x)",
      "t 0.5\n a 1\n s: a supports t\n u: t undercuts s", "t 0.666666667, s 0.333333333" },
    { "a circle with a way in and a way out",
      "t 0.5\n a 0.5\n b 1\n c 0.5\n s: a attacks t\n r: t attacks a\n q: b supports a 0.5\n p: t supports c",
      /* with x = t, a: va = t, vs = 0.5: lean 0.5 − t ≥ 0 iff t ≤ 0.5; a = 0.5 + 0.5(0.5 − t), t = 0.5 − 0.5a
       */
      "t 0.166666667, a 0.666666667, c 0.583333333" },
    { "too slow to settle", "t 0.001\n s: t supports t", "t -, s -" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (circles); i++)
    {
      g_test_message ("%s", circles[i].what);
      check (circles[i].lines, NULL, NULL, circles[i].expected);
    }
}

/* Three claims, each attacked thrice by the one before it, chase one another for ever. */
#define CHASE                                                                                                \
  "a 1\n b 0.99\n c 0.95\n"                                                                                  \
  "ab1: a attacks b\n ab2: a attacks b\n ab3: a attacks b\n bc1: b attacks c\n bc2: b attacks c\n bc3: b "   \
  "attacks c\n"                                                                                              \
  "ca1: c attacks a\n ca2: c attacks a\n ca3: c attacks a\n"

static void
test_unsettled (void)
{
  g_autoptr (DemDossier) dossier
      = open_argument (CHASE "before 0.5\n in: before supports a 0.5\n t 0.5\n s: a supports t\n aside 0.5\n"
                             "q: aside supports t\n u: b undercuts q\n far 0.5\n f: t attacks far\n"
                             "free 0.5\n g: b supports free 0",
                       NULL);
  g_autoptr (DemEvaluation) evaluation = dem_evaluation_new (dossier, NULL);
  DemAssumption rejected = { find_index (dossier, "b"), DEM_STRENGTH_REJECTED };
  DemWhatIf what_if = { .scenario = DEM_NO_INDEX, .assumptions = &rejected, .n_assumptions = 1 };
  g_autoptr (DemEvaluation) broken = NULL;

  /* What follows from the circle has no number either; what leads into it, or has weight 0, has. */
  assert_strengths (evaluation,
                    "a -, b -, c -, ab1 -, t -, s -, q -, u -, far -, f -, before 0.5, aside 0.5, free 0.5");

  /* An assumption breaks the circle: c = 0.95 × 0.95³, a = 1 − (1 − (1 − c)³ − 0.25) */
  broken = dem_evaluation_new (dossier, &what_if);
  assert_strengths (broken, "b 0.05, c 0.814506250, a 0.256382456");
  g_assert_cmpint (get_strength (broken, "far").status, ==, DEM_STATUS_SETTLED);
}

#define ASSUMING "'scenarios': [{'id': 'w', 'title': 'W', 'assume': {'a': 0.9, 'b': 0.3}}]"
#define SCENARIOS                                                                                            \
  "'scenarios': [{'id': 'w', 'title': 'W', 'assume': {}}, {'id': 'v', 'title': 'V', 'assume': {}}]"

static void
test_assumptions (void)
{
  g_autoptr (DemDossier) dossier = open_argument (
      "t 0.5\n a 0.2\n b 0.6\n s: a supports t\n r: b supports a\n x: b attacks b", ASSUMING);
  guint32 a = find_index (dossier, "a"), b = find_index (dossier, "b"), t = find_index (dossier, "t");
  DemAssumption readers[] = { { a, 0.05 }, { a, 1.5 } };
  DemAssumption starts[] = { { a, 0.7 }, { t, 0.4 } };
  DemWhatIf what_if = { .scenario = 0 };
  g_autoptr (DemEvaluation) scenario = dem_evaluation_new (dossier, &what_if);
  g_autoptr (DemEvaluation) reader = NULL;
  g_autoptr (DemEvaluation) start = NULL;

  /* The scenario fixes both, whatever their reasons say. */
  assert_strengths (scenario, "a 0.9, t 0.95, b 0.3, r 0.3, x 0.3");
  g_assert_cmpint (dem_evaluation_get_setter (scenario, a), ==, DEM_SETTER_SCENARIO);
  g_assert_cmpint (dem_evaluation_get_setter (scenario, t), ==, DEM_SETTER_NOBODY);
  g_assert_cmpint (get_strength (scenario, "a").status, ==, DEM_STATUS_ASSUMED);
  g_assert_cmpint (get_strength (scenario, "t").status, ==, DEM_STATUS_SETTLED);
  g_assert_cmpfloat (dem_evaluation_get_start (scenario, a), ==, 0.2);
  g_assert_cmpuint (dem_evaluation_get_scenario (scenario), ==, 0);

  /* The reader goes over it; the later of two entries holds and is kept within bounds. */
  what_if.assumptions = readers;
  what_if.n_assumptions = 1;
  reader = dem_evaluation_new (dossier, &what_if);
  assert_strengths (reader, "a 0.05, t 0.525, b 0.3");
  g_assert_cmpint (dem_evaluation_get_setter (reader, a), ==, DEM_SETTER_READER);
  g_assert_cmpint (dem_evaluation_get_setter (reader, b), ==, DEM_SETTER_SCENARIO);
  g_clear_pointer (&reader, dem_evaluation_unref);
  what_if.n_assumptions = 2;
  reader = dem_evaluation_new (dossier, &what_if);
  assert_strengths (reader, "a 1, t 1");

  /* A starting value is moved by reasons: b = 0.375, a = 0.7 + 0.3 × 0.375. */
  what_if = (DemWhatIf){ .scenario = DEM_NO_INDEX, .starts = starts, .n_starts = 2 };
  start = dem_evaluation_new (dossier, &what_if);
  assert_strengths (start, "b 0.375, a 0.8125, t 0.8875");
  g_assert_true (dem_evaluation_start_is_readers (start, a));
  g_assert_false (dem_evaluation_start_is_readers (start, b));
  g_assert_cmpfloat (dem_evaluation_get_start (start, a), ==, 0.7);
  g_assert_cmpint (dem_evaluation_get_setter (start, a), ==, DEM_SETTER_NOBODY);
}

/* What is hypothetical counts in its scenario only. */
static void
test_hypothetical (void)
{
  g_autoptr (DemDossier) dossier
      = open_argument ("t\n a 0.8\n h 0.4 | 'scenarios': ['v']\n s: a supports t | 'scenarios': ['v']\n"
                       "r: h supports t\n u: a undercuts r | 'scenarios': ['w']\n q: a supports h",
                       SCENARIOS);
  DemWhatIf what_if = { .scenario = 1 };
  g_autoptr (DemEvaluation) none = dem_evaluation_new (dossier, NULL);
  g_autoptr (DemEvaluation) v = dem_evaluation_new (dossier, &what_if);

  /* r supports t, scenarios aside, so that t starts at 0.1; but its premise is not there. */
  assert_strengths (none, "t 0.1, a 0.8");
  g_assert_cmpint (get_strength (none, "h").status, ==, DEM_STATUS_ABSENT);
  g_assert_cmpint (get_strength (none, "r").status, ==, DEM_STATUS_ABSENT);
  g_assert_cmpint (get_strength (none, "q").status, ==, DEM_STATUS_ABSENT);
  g_assert_cmpint (get_strength (none, "u").status, ==, DEM_STATUS_ABSENT);
  g_assert_true (isnan (get_strength (none, "h").strength));
  /* h = 0.4 + 0.6 × 0.8; t = 0.1 + 0.9 × (1 − 0.2 × 0.12) */
  assert_strengths (v, "h 0.88, r 0.88, t 0.9784");
  g_assert_cmpint (get_strength (v, "u").status, ==, DEM_STATUS_ABSENT);
}

/* What exists in a scenario only does not make a default starting value. */
static void
test_default_start (void)
{
  check ("t\n a 0.8\n s: a supports t | 'scenarios': ['v']", SCENARIOS, NULL, "t 0.5");
  check ("t\n a 0.8\n s: a supports t | 'scenarios': ['v']", SCENARIOS, &(DemWhatIf){ .scenario = 1 },
         "t 0.9");
}

#define EVENTS                                                                                               \
  "'events': [{'id': 'old', 'title': 'Old', 'when': '1990'}, {'id': 'new', 'title': 'New', 'when': '2000'}," \
  "{'id': 'vague', 'title': 'Vague', 'when': '1985/1995'}, {'id': 'undated', 'title': 'Undated'},"           \
  "{'id': 'era', 'title': 'Era', 'when': '1980-01-01/2009-12-31'}]"
#define NEEDS(needs) "t 0.5\n a 0.8\n s: a supports t | 'needs': {" needs "}"

static void
test_dates (void)
{
  static const struct
  {
    const char *lines;
    const char *expected;
    DemAnswer answer;
  } dates[] = {
    { NEEDS ("'before': [{'item': 'old'}, {'item': 'new'}]"), "s 0.8, t 0.9", DEM_ANSWER_YES },
    { NEEDS ("'before': [{'item': 'new'}, {'item': 'old'}]"), "s 0, t 0.5", DEM_ANSWER_NO },
    { NEEDS ("'before': [{'item': 'old'}, {'item': 'vague'}]"), "s 0, t 0.5", DEM_ANSWER_NO },
    { NEEDS ("'before': [{'date': '1986'}, {'date': '1986'}]"), "s 0..0.8, t 0.5..0.9", DEM_ANSWER_MAYBE },
    { NEEDS ("'before': [{'item': 'old'}, {'item': 'undated'}]"), "s 0..0.8, t 0.5..0.9",
      DEM_ANSWER_UNKNOWN },
    { NEEDS ("'before': [{'item': 'old'}, {'date': '1995'}, {'item': 'new'}]"), "s 0.8, t 0.9",
      DEM_ANSWER_YES },
    { NEEDS ("'before': [{'item': 'old'}, {'item': 'undated'}, {'item': 'new'}]"), "t 0.5..0.9",
      DEM_ANSWER_UNKNOWN },
    { NEEDS ("'before': [{'item': 'undated'}, {'item': 'new'}, {'item': 'old'}]"), "t 0.5", DEM_ANSWER_NO },
    { NEEDS ("'during': [{'item': 'old'}, {'item': 'era'}]"), "s 0.8, t 0.9", DEM_ANSWER_YES },
    { NEEDS ("'during': [{'item': 'era'}, {'item': 'old'}]"), "s 0, t 0.5", DEM_ANSWER_NO },
    { NEEDS ("'during': [{'item': 'old'}, {'date': '2010/..'}]"), "s 0, t 0.5", DEM_ANSWER_NO },
    { NEEDS ("'during': [{'item': 'old'}, {'date': '1990/1999'}]"), "s 0..0.8, t 0.5..0.9",
      DEM_ANSWER_MAYBE },
    { NEEDS (
          "'before': [{'item': 'old'}, {'item': 'new'}], 'during': [{'item': 'old'}, {'item': 'undated'}]"),
      "t 0.5..0.9", DEM_ANSWER_UNKNOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autoptr (DemDossier) dossier = open_argument (dates[i].lines, EVENTS);
      g_autoptr (DemEvaluation) evaluation = dem_evaluation_new (dossier, NULL);

      g_test_message ("%s", dates[i].lines);
      g_assert_cmpint (dem_evaluation_get_answer (evaluation, 0), ==, dates[i].answer);
      assert_strengths (evaluation, dates[i].expected);
    }
}

static void
test_needs (void)
{
  g_autoptr (DemDossier) dossier
      = open_argument (NEEDS ("'before': [{'item': 'old'}, {'item': 'undated'}, {'date': '2005'}],"
                              "'during': [{'item': 'old'}, {'item': 'era'}]"),
                       EVENTS);
  const DemInference *inference = dem_dossier_inference (dossier, 0);
  DemNeedStep step;

  g_assert_cmpuint (dem_needs_count (inference), ==, 3);
  step = dem_needs_get (dossier, inference, 1);
  g_assert_true (dem_ref_equal (step.first.item, dem_dossier_find (dossier, "undated")));
  g_assert_true (dem_ref_is_none (step.second.item));
  g_assert_cmpstr (step.second.date.text, ==, "2005");
  g_assert_false (step.during);
  g_assert_cmpint (step.answer, ==, DEM_ANSWER_UNKNOWN);
  step = dem_needs_get (dossier, inference, 2);
  g_assert_true (step.during);
  g_assert_cmpint (step.answer, ==, DEM_ANSWER_YES);
}

#define MAYBE " | 'needs': {'before': [{'item': 'old'}, {'item': 'undated'}]}"

static void
assert_undecided (DemEvaluation *evaluation, const char *id, const char *expected)
{
  DemDossier *dossier = dem_evaluation_get_dossier (evaluation);
  g_autoptr (GArray) inferences = dem_evaluation_dup_undecided (evaluation, dem_dossier_find (dossier, id));
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < inferences->len; i++)
    g_string_append_printf (names, "%s ",
                            dem_dossier_inference (dossier, g_array_index (inferences, guint32, i))->item.id);
  g_assert_cmpstr (g_strchomp (names->str), ==, expected);
}

/* Which dates leave a claim undecided, and which don't reach it. */
static void
test_undecided (void)
{
  g_autoptr (DemDossier) dossier
      = open_argument ("t 0.5\n a 0.8\n b 0.5\n c 0.5\n d 0\n s: a supports t" MAYBE "\n r: b attacks t\n"
                       "q: c supports b" MAYBE "\n p: d supports c" MAYBE "\n"
                       "u: a undercuts s 0.5" MAYBE "\n aside 0.5\n o: a supports aside" MAYBE,
                       EVENTS);
  DemAssumption fixed = { find_index (dossier, "b"), 0.5 };
  DemWhatIf what_if = { .scenario = DEM_NO_INDEX, .assumptions = &fixed, .n_assumptions = 1 };
  g_autoptr (DemEvaluation) evaluation = dem_evaluation_new (dossier, NULL);
  g_autoptr (DemEvaluation) assumed = dem_evaluation_new (dossier, &what_if);

  /* s from 0, or 0.8 × 0.6, to 0.8; b from 0.5 to 0.75; t from 0.5 − 0.5 × 0.75 to 0.5 + 0.5 × (0.8 − 0.5) */
  assert_strengths (evaluation, "s 0..0.8, b 0.5..0.75, t 0.125..0.65, p 0, c 0.5, u 0..0.4");
  assert_undecided (evaluation, "t", "s q u");
  assert_undecided (evaluation, "b", "q");
  assert_undecided (evaluation, "c", "");
  assert_undecided (evaluation, "u", "u");
  assert_undecided (evaluation, "a", "");
  assert_strengths (assumed, "b 0.5, t 0.25..0.65");
  assert_undecided (assumed, "t", "s u");
  assert_undecided (assumed, "b", "");
}

/* One date that bears on the thesis both ways: what it gives to both sides it gives at once. */
static void
test_undecided_exactly (void)
{
  const char *lines = "t 0.5\n a 0.5\n h 0\n s: a supports h" MAYBE "\n p: h supports t\n c: h attacks t\n"
                      "o 0.5\n r: h supports o";

  check (lines, EVENTS, NULL, "h 0..0.5, t 0.5, o 0.5..0.75");
}

/* A date that decides whether there is a circle at all. */
static void
test_undecided_circle (void)
{
  check ("t 0.5\n s: t attacks t" MAYBE, EVENTS, NULL, "t 0.333333333..0.5, s 0..0.333333333");
  /* If it attacks, nothing settles. */
  check (CHASE "g: a attacks b | 'scenarios': ['v']\n z 0.5\n y: z attacks z" MAYBE, EVENTS ", " SCENARIOS,
         NULL, "a -, z 0.333333333..0.5");
}

static void
test_shape (void)
{
  g_autoptr (DemDossier) none = open_argument ("a 0.5", NULL);
  g_autoptr (DemDossier) empty = open_argument ("", NULL);
  g_autoptr (DemDossier) several = open_argument (
      "a 0.5\n h 0.5 | 'kind': 'thesis', 'scenarios': ['v']\n t 0.5 | 'kind': 'thesis'", SCENARIOS);
  g_autoptr (DemEvaluation) of_none = dem_evaluation_new (none, NULL);
  g_autoptr (DemEvaluation) of_empty = dem_evaluation_new (empty, NULL);
  g_autoptr (DemEvaluation) of_several = dem_evaluation_new (several, NULL);
  g_autoptr (DemEvaluation) hypothetical = dem_evaluation_new (several, &(DemWhatIf){ .scenario = 1 });

  g_assert_cmpuint (dem_evaluation_get_thesis (of_none), ==, DEM_NO_INDEX);
  g_assert_cmpuint (dem_evaluation_get_thesis (of_empty), ==, DEM_NO_INDEX);
  g_assert_cmpuint (dem_evaluation_get_thesis (of_several), ==, 2);
  g_assert_cmpuint (dem_evaluation_get_thesis (hypothetical), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/evaluation/published", test_published);
  g_test_add_func ("/evaluation/rules", test_rules);
  g_test_add_func ("/evaluation/circles", test_circles);
  g_test_add_func ("/evaluation/unsettled", test_unsettled);
  g_test_add_func ("/evaluation/assumptions", test_assumptions);
  g_test_add_func ("/evaluation/hypothetical", test_hypothetical);
  g_test_add_func ("/evaluation/default-start", test_default_start);
  g_test_add_func ("/evaluation/dates", test_dates);
  g_test_add_func ("/evaluation/needs", test_needs);
  g_test_add_func ("/evaluation/undecided", test_undecided);
  g_test_add_func ("/evaluation/undecided-exactly", test_undecided_exactly);
  g_test_add_func ("/evaluation/undecided-circle", test_undecided_circle);
  g_test_add_func ("/evaluation/shape", test_shape);

  return g_test_run ();
}
