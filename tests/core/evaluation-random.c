/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What must hold of any argument, tried on random ones. The evaluator here follows the definition by
 * recursion, knows neither circles nor intervals, and shares nothing with the program's. */

#include "tests/support/argument.h"

#define N_ARGUMENTS 150
#define MOST_STEPS 30

#define EVENTS                                                                                               \
  "'events': [{'id': 'old', 'title': 'Old', 'when': '1990'}, {'id': 'undated', 'title': 'Undated'}]"
#define MAYBE " | 'needs': {'before': [{'item': 'old'}, {'item': 'undated'}]}"

/* --- Random arguments --- */

typedef struct
{
  guint n_claims;
  guint n_steps;
  guint n_open;      /* at most so many steps are undecided */
  gboolean is_tree;  /* each claim is used once at most */
  gboolean circular; /* premises may come from anywhere */
} Shape;

/* Claims c0, c1 … of which c0 is the thesis; steps go from later claims to earlier ones, and undercuts to
 * earlier steps, so that there are no circles unless they are wanted. */
static DemDossier *
open_random (GRand *rand, const Shape *shape)
{
  g_autoptr (GString) lines = g_string_new ("c0 0.5 | 'kind': 'thesis'\n");
  guint goals[MOST_STEPS]; /* the claim at which each step ends in the end */
  guint n_open = 0;

  for (guint i = 1; i < shape->n_claims; i++)
    g_string_append_printf (lines, "c%u %.3f\n", i, g_rand_double (rand));
  for (guint i = 0; i < shape->n_steps; i++)
    {
      static const char *const verbs[] = { "supports", "attacks", "undercuts" };
      guint verb = g_rand_int_range (rand, 0, i == 0 ? 2 : 3);
      guint premise = i + 1 < shape->n_claims && shape->is_tree
                          ? i + 1
                          : (guint) g_rand_int_range (rand, 1, shape->n_claims);
      guint step = i > 0 ? g_rand_int_range (rand, 0, i) : 0;
      gboolean is_open = n_open < shape->n_open && g_rand_boolean (rand);
      guint goal = g_rand_int_range (rand, 0, premise);

      if (verb == 2)
        {
          premise = shape->circular || shape->is_tree ? premise : MAX (premise, goals[step] + 1);
          goal = goals[step];
        }
      if (shape->circular && verb != 2)
        goal = g_rand_int_range (rand, 0, shape->n_claims);
      goals[i] = goal;
      n_open += is_open;
      g_string_append_printf (lines, "s%u: c%u", i, MIN (premise, shape->n_claims - 1));
      if (!shape->is_tree && !shape->circular && premise + 1 < shape->n_claims && g_rand_boolean (rand))
        g_string_append_printf (lines, " & c%u", premise + 1);
      if (verb == 2)
        g_string_append_printf (lines, " undercuts s%u", step);
      else
        g_string_append_printf (lines, " %s c%u", verbs[verb], goal);
      g_string_append_printf (lines, " %.3f%s\n", g_rand_double (rand), is_open ? MAYBE : "");
    }
  return open_argument (lines->str, EVENTS);
}

/* --- The definition, by recursion --- */

typedef struct
{
  DemDossier *dossier;
  const gboolean *counts; /* (nullable): by step: how its dates came out */
  const double *starts;   /* (nullable): by claim */
} World;

static double follow_claim (const World *world, guint32 claim);

static double follow_step (const World *world, guint32 step);

/* 1 − Π(1 − s) of the steps of one kind to a target */
static double
follow_all (const World *world, DemRef target, guint32 kind)
{
  double rest = 1;

  for (guint32 i = 0; i < dem_dossier_count (world->dossier, DEM_KIND_INFERENCE); i++)
    if (dem_dossier_inference (world->dossier, i)->kind == kind
        && dem_ref_equal (dem_dossier_inference (world->dossier, i)->to, target))
      rest *= 1 - follow_step (world, i);
  return 1 - rest;
}

static double
follow_step (const World *world, guint32 step)
{
  const DemInference *inference = dem_dossier_inference (world->dossier, step);
  double strength
      = inference->weight * (1 - follow_all (world, DEM_REF (INFERENCE, step), DEM_INFERENCE_UNDERCUTS));

  if (world->counts != NULL && inference->n_before > 0 && !world->counts[step])
    return 0;
  for (guint i = 0; i < inference->n_from; i++)
    strength *= follow_claim (world, inference->from[i]);
  return strength;
}

static double
follow_claim (const World *world, guint32 claim)
{
  double start
      = world->starts != NULL ? world->starts[claim] : dem_dossier_claim (world->dossier, claim)->credence;
  double vs = follow_all (world, DEM_REF (CLAIM, claim), DEM_INFERENCE_SUPPORTS);
  double va = follow_all (world, DEM_REF (CLAIM, claim), DEM_INFERENCE_ATTACKS);

  return vs >= va ? start + (1 - start) * (vs - va) : start - start * (va - vs);
}

/* --- The properties --- */

static void
test_definition (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  Shape shape = { .n_claims = 12, .n_steps = 16 };
  guint n_moved = 0;

  for (guint i = 0; i < N_ARGUMENTS; i++)
    {
      g_autoptr (DemDossier) dossier = open_random (rand, &shape);
      g_autoptr (DemEvaluation) evaluation = dem_evaluation_new (dossier, NULL);
      World world = { dossier };

      for (guint32 j = 0; j < shape.n_claims; j++)
        g_assert_cmpfloat_with_epsilon (dem_evaluation_get (evaluation, DEM_REF (CLAIM, j)).strength,
                                        follow_claim (&world, j), 1e-12);
      for (guint32 j = 0; j < shape.n_steps; j++)
        g_assert_cmpfloat_with_epsilon (dem_evaluation_get (evaluation, DEM_REF (INFERENCE, j)).strength,
                                        follow_step (&world, j), 1e-12);
      n_moved += fabs (get_strength (evaluation, "c0").strength - 0.5) > 0.01;
    }
  g_assert_cmpuint (n_moved, >, N_ARGUMENTS / 2);
}

/* +1 or −1: which way a claim bears on the thesis in a tree; 0 when it does not. */
static int
get_sign (DemDossier *dossier, guint32 claim)
{
  DemRef at = DEM_REF (CLAIM, claim);
  int sign = 1;

  while (!(at.kind == DEM_KIND_CLAIM && at.index == 0))
    {
      const DemInference *step = NULL;

      if (at.kind == DEM_KIND_INFERENCE)
        step = dem_dossier_inference (dossier, at.index);
      for (guint32 i = 0; step == NULL && i < dem_dossier_count (dossier, DEM_KIND_INFERENCE); i++)
        if (dem_dossier_inference (dossier, i)->from[0] == at.index)
          step = dem_dossier_inference (dossier, i);
      if (step == NULL)
        return 0;
      if (step->kind != DEM_INFERENCE_SUPPORTS)
        sign = -sign;
      at = step->to;
    }
  return sign;
}

/* In a tree a better start of what is for the thesis never lowers it, and of what is against it never raises
 * it. */
static void
test_monotone (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);
  Shape shape = { .n_claims = 12, .n_steps = 11, .is_tree = TRUE };
  guint n_raised = 0, n_lowered = 0;

  for (guint i = 0; i < N_ARGUMENTS; i++)
    {
      g_autoptr (DemDossier) dossier = open_random (rand, &shape);
      g_autoptr (DemEvaluation) now = dem_evaluation_new (dossier, NULL);

      for (guint32 j = 1; j < shape.n_claims; j++)
        {
          DemAssumption start = { j, dem_evaluation_get_start (now, j) + 0.1 };
          DemWhatIf what_if = { .scenario = DEM_NO_INDEX, .starts = &start, .n_starts = 1 };
          g_autoptr (DemEvaluation) better = dem_evaluation_new (dossier, &what_if);
          double change = get_strength (better, "c0").strength - get_strength (now, "c0").strength;
          int sign = get_sign (dossier, j);

          g_assert_cmpfloat (change * sign, >=, -1e-12);
          if (sign == 0)
            g_assert_cmpfloat (change, ==, 0);
          n_raised += change > 1e-6;
          n_lowered += change < -1e-6;
        }
    }
  g_assert_cmpuint (n_raised, >, 50);
  g_assert_cmpuint (n_lowered, >, 50);
}

/* The least and greatest strengths over every way in which the dates may turn out. */
static void
try_all_outcomes (DemDossier *dossier, double *least, double *greatest)
{
  guint n_claims = dem_dossier_count (dossier, DEM_KIND_CLAIM);
  guint n_steps = dem_dossier_count (dossier, DEM_KIND_INFERENCE);
  gboolean counts[MOST_STEPS] = { FALSE };
  World world = { dossier, counts };
  guint n_open = 0;

  for (guint32 i = 0; i < n_steps; i++)
    n_open += dem_dossier_inference (dossier, i)->n_before > 0;
  for (guint outcome = 0; outcome < 1u << n_open; outcome++)
    {
      guint bit = 0;

      for (guint32 i = 0; i < n_steps; i++)
        if (dem_dossier_inference (dossier, i)->n_before > 0)
          counts[i] = (outcome >> bit++) & 1;
      for (guint32 i = 0; i < n_claims; i++)
        {
          double strength = follow_claim (&world, i);

          least[i] = outcome == 0 ? strength : MIN (least[i], strength);
          greatest[i] = outcome == 0 ? strength : MAX (greatest[i], strength);
        }
    }
}

static void
check_ranges (guint seed, const Shape *shape, gboolean exactly)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  guint n_undecided = 0, n_most = 0;

  for (guint i = 0; i < N_ARGUMENTS / 3; i++)
    {
      g_autoptr (DemDossier) dossier = open_random (rand, shape);
      g_autoptr (DemEvaluation) evaluation = dem_evaluation_new (dossier, NULL);
      double least[MOST_STEPS], greatest[MOST_STEPS];

      try_all_outcomes (dossier, least, greatest);
      for (guint32 j = 0; j < shape->n_claims; j++)
        {
          DemStrength strength = dem_evaluation_get (evaluation, DEM_REF (CLAIM, j));
          g_autoptr (GArray) undecided = dem_evaluation_dup_undecided (evaluation, DEM_REF (CLAIM, j));

          g_assert_cmpfloat (strength.low, <=, least[j] + 1e-12);
          g_assert_cmpfloat (strength.high, >=, greatest[j] - 1e-12);
          if (exactly)
            {
              g_assert_cmpfloat_with_epsilon (strength.low, least[j], 1e-12);
              g_assert_cmpfloat_with_epsilon (strength.high, greatest[j], 1e-12);
            }
          if (greatest[j] - least[j] > 1e-6)
            g_assert_cmpint (strength.status, ==, DEM_STATUS_UNDECIDED);
          g_assert_true ((undecided->len > 0) == (strength.status == DEM_STATUS_UNDECIDED));
          n_undecided += strength.status == DEM_STATUS_UNDECIDED;
          n_most = MAX (n_most, undecided->len);
        }
    }
  g_assert_cmpuint (n_undecided, >, 20);
  g_assert_cmpuint (n_most, >, 1);
}

static void
test_few_undecided (void)
{
  check_ranges (3, &(Shape){ .n_claims = 12, .n_steps = 16, .n_open = 5 }, TRUE);
}

/* More than are tried one by one: the ranges are sound. */
static void
test_many_undecided (void)
{
  check_ranges (4, &(Shape){ .n_claims = 12, .n_steps = 20, .n_open = 10 }, FALSE);
}

/* And where nothing bears on a claim in two ways they are exact all the same. */
static void
test_many_undecided_in_a_tree (void)
{
  check_ranges (5, &(Shape){ .n_claims = 20, .n_steps = 19, .n_open = 10, .is_tree = TRUE }, TRUE);
}

/* Whatever is settled in a circle is a solution: each claim is what its reasons make of it. */
static void
test_circles (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);
  Shape shape = { .n_claims = 8, .n_steps = 16, .circular = TRUE };
  guint n_settled = 0;

  for (guint i = 0; i < N_ARGUMENTS; i++)
    {
      g_autoptr (DemDossier) dossier = open_random (rand, &shape);
      g_autoptr (DemEvaluation) evaluation = dem_evaluation_new (dossier, NULL);

      for (guint32 j = 0; j < shape.n_claims; j++)
        {
          double rest[2] = { 1, 1 };
          double start = dem_evaluation_get_start (evaluation, j);
          double strength = dem_evaluation_get (evaluation, DEM_REF (CLAIM, j)).strength;
          double lean;

          for (guint32 k = 0; k < shape.n_steps; k++)
            if (dem_ref_equal (dem_dossier_inference (dossier, k)->to, DEM_REF (CLAIM, j)))
              rest[dem_dossier_inference (dossier, k)->kind == DEM_INFERENCE_ATTACKS]
                  *= 1 - dem_evaluation_get (evaluation, DEM_REF (INFERENCE, k)).strength;
          lean = rest[1] - rest[0];
          if (isnan (strength))
            continue;
          n_settled++;
          g_assert_cmpfloat_with_epsilon (strength, start + (lean >= 0 ? 1 - start : start) * lean, 1e-7);
        }
    }
  g_assert_cmpuint (n_settled, >, N_ARGUMENTS * shape.n_claims / 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/evaluation-random/definition", test_definition);
  g_test_add_func ("/evaluation-random/monotone", test_monotone);
  g_test_add_func ("/evaluation-random/few-undecided", test_few_undecided);
  g_test_add_func ("/evaluation-random/many-undecided", test_many_undecided);
  g_test_add_func ("/evaluation-random/many-undecided-in-a-tree", test_many_undecided_in_a_tree);
  g_test_add_func ("/evaluation-random/circles", test_circles);

  return g_test_run ();
}
