/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The argument as an indented list: its shape, what is folded, and the starting values of claims. */

#include <math.h>

#include "app/argument/claim_value.h"
#include "app/argument/outline.h"
#include "app/argument/outline_list.h"
#include "tests/support/fixture.h"

#define DEEP 10000

/* A dossier from the members of its arrays of claims, inferences and scenarios. */
static DemDossier *
open_argument (const char *claims, const char *inferences, const char *scenarios)
{
  g_autofree char *text = g_strdup_printf (
      "{\"format\": \"demarche-dossier\", \"version\": 1, \"id\": \"urn:x:y\", \"title\": \"T\","
      "\"claims\": [%s], \"inferences\": [%s], \"scenarios\": [%s]}",
      claims, inferences, scenarios);

  return open_text (text);
}

/* Claims "t a b c": the first is the thesis. A "?" behind one puts it into the scenario "s" only. */
static char *
write_claims (const char *ids)
{
  g_auto (GStrv) names = g_strsplit (ids, " ", -1);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; names[i] != NULL; i++)
    {
      gboolean conditional = g_str_has_suffix (names[i], "?");
      g_autofree char *id = g_strndup (names[i], strlen (names[i]) - (conditional ? 1 : 0));

      g_string_append_printf (text, "%s{\"id\": \"%s\", \"text\": \"%s.\", \"kind\": \"%s\"%s}",
                              i > 0 ? "," : "", id, id, g_str_has_prefix (id, "t") ? "thesis" : "claim",
                              conditional ? ", \"scenarios\": [\"s\"]" : "");
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Steps "i1:a&b+t i2:c-t i3:d*i1": what speaks for (+), against (-) or undercuts (*) what. */
static char *
write_inferences (const char *steps)
{
  g_auto (GStrv) words = g_strsplit (steps, " ", -1);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL && *words[i] != '\0'; i++)
    {
      char *from = strchr (words[i], ':'), *sign = strpbrk (words[i], "+-*");
      const char *kind = *sign == '+' ? "supports" : *sign == '-' ? "attacks" : "undercuts";
      g_auto (GStrv) premises = NULL;
      g_autofree char *joined = NULL;

      *from++ = *sign++ = '\0';
      premises = g_strsplit (from, "&", -1);
      joined = g_strjoinv ("\", \"", premises);
      g_string_append_printf (text,
                              "%s{\"id\": \"%s\", \"kind\": \"%s\", \"from\": [\"%s\"], \"to\": \"%s\"}",
                              i > 0 ? "," : "", words[i], kind, joined, sign);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static DemDossier *
open_short (const char *claims, const char *steps)
{
  g_autofree char *written_claims = write_claims (claims);
  g_autofree char *written_steps = write_inferences (steps);

  return open_argument (written_claims, written_steps, "{\"id\": \"s\", \"title\": \"S\", \"assume\": {}}");
}

/* One word a node: as many dots as it is deep, its sign, its claim, "&" when it is linked with the next, "^"
 * for a reference, "|" before the first of a section. */
static char *
draw (DemOutline *outline)
{
  static const char signs[] = { 'o', 'T', '+', '-', '*' };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < dem_outline_get_n_nodes (outline); i++)
    {
      const DemOutlineNode *node = dem_outline_get_node (outline, i);

      g_string_append (text, i > 0 ? " " : "");
      g_string_append (text, dem_outline_starts_section (outline, i) ? "|" : "");
      for (guint j = 0; j < node->depth; j++)
        g_string_append_c (text, '.');
      g_string_append_c (text, signs[node->sign]);
      g_string_append (text, dem_dossier_claim (dem_outline_get_dossier (outline), node->claim)->item.id);
      g_string_append (text, node->is_reference ? "^" : "");
      g_string_append (text, node->linked_next ? "&" : "");
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* What holds for every outline: the tree is whole, and each claim stands in full exactly once. */
static void
check_tree (DemOutline *outline)
{
  DemDossier *dossier = dem_outline_get_dossier (outline);
  guint n = dem_outline_get_n_nodes (outline), n_whole = 0, n_existing = 0;
  g_autofree guint *n_children = g_new0 (guint, n + 1);

  for (guint i = 0; i < n; i++)
    {
      const DemOutlineNode *node = dem_outline_get_node (outline, i);

      g_assert_cmpuint (node->end, >, i);
      g_assert_cmpuint (node->end, <=, n);
      if (node->parent != DEM_NO_NODE)
        {
          g_assert_cmpuint (node->parent, <, i);
          g_assert_cmpuint (node->end, <=, dem_outline_get_node (outline, node->parent)->end);
          g_assert_cmpuint (node->depth, ==, dem_outline_get_node (outline, node->parent)->depth + 1);
          n_children[node->parent]++;
        }
      if (!node->is_reference)
        {
          g_assert_cmpuint (dem_outline_find_claim (outline, node->claim), ==, i);
          n_whole++;
        }
    }
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (dem_outline_get_node (outline, i)->n_children, ==, n_children[i]);
  for (guint i = 0; i < dem_dossier_count (dossier, DEM_KIND_CLAIM); i++)
    n_existing += dem_dossier_exists_in (dossier, DEM_REF (CLAIM, i), dem_outline_get_scenario (outline));
  g_assert_cmpuint (n_whole, ==, n_existing);
}

static const struct
{
  const char *name;
  const char *claims;
  const char *steps;
  const char *shape;
} shapes[] = {
  { "empty", "t", "", "Tt" },
  { "for-before-against", "t a b c", "i1:a-t i2:b+t i3:c-t", "Tt |.+b |.-a .-c" },
  { "nested", "t a b c", "i1:a+t i2:b+a i3:c-b", "Tt |.+a ..+b ...-c" },
  { "linked", "t a b c", "i1:a&b+t i2:c+a", "Tt |.+a& ..+c .+b" },
  { "linked-three", "t a b c", "i1:a&b&c-t", "Tt |.-a& .-b& .-c" },
  { "undercut-under-the-last-premise", "t a b u", "i1:a&b+t i2:u*i1", "Tt |.+a& .+b ..*u" },
  { "undercut-before-reasons", "t a b u", "i1:a+t i2:b+a i3:u*i1", "Tt |.+a ..*u ..+b" },
  { "undercut-of-undercut", "t a u v w", "i1:a+t i2:u*i1 i3:v*i2 i4:w*i3", "Tt |.+a ..*u ...*v ....*w" },
  { "linked-undercut", "t a u v", "i1:a+t i2:u&v*i1", "Tt |.+a ..*u& ..*v" },
  { "undercut-of-a-reference", "t a b c u", "i1:a+t i2:b+t i3:c+a i4:c+b i5:u*i4",
    "Tt |.+a ..+c .+b ..+c^ ...*u" },
  { "shared-stands-in-full-where-shallowest", "t a b c", "i1:a+t i2:b+a i3:b+t i4:c+b",
    "Tt |.+a ..+b^ .+b ..+c" },
  { "shared-for-and-against", "t a b c", "i1:a+t i2:b-t i3:c+a i4:c+b", "Tt |.+a ..+c |.-b ..+c^" },
  { "circle", "t a b", "i1:a+t i2:b+a i3:a+b", "Tt |.+a ..+b ...+a^" },
  { "circle-through-the-thesis", "t a", "i1:a+t i2:t+a", "Tt |.+a ..+t^" },
  { "supports-itself", "t a", "i1:a+t i2:a+a", "Tt |.+a ..+a^" },
  { "breaks-the-link-of-its-own-step", "t a", "i1:a+t i2:a*i1", "Tt |.+a ..*a^" },
  { "twice-a-premise", "t a b", "i1:a&b+t i2:a+t", "Tt |.+a& .+b .+a^" },
  { "others-last", "o t a p q", "i1:a+t i2:q+p", "Tt |.+a |.oo .op ..+q" },
  { "circle-under-nothing", "t p q", "i1:p+q i2:q+p", "Tt |.op ..+q ...+p^" },
  { "two-theses", "t1 t2 a b", "i1:a+t1 i2:b-t2 i3:a+t2", "Tt1 |.+a Tt2 |.+a^ |.-b" },
  { "thesis-supports-thesis", "t1 t2", "i1:t2+t1", "Tt1 |.+t2^ Tt2" },
  { "conditional-claim-left-out", "t a b? c", "i1:a+t i2:b+t i3:c+b", "Tt |.+a |.oc" },
  { "step-with-a-conditional-premise-left-out", "t a b?", "i1:a&b+t", "Tt |.oa" },
};

static void
test_shape (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (DemDossier) dossier = open_short (shapes[i].claims, shapes[i].steps);
  g_autoptr (DemOutline) outline = dem_outline_new (dossier, DEM_NO_INDEX);
  g_autofree char *shape = draw (outline);

  g_assert_cmpstr (shape, ==, shapes[i].shape);
  check_tree (outline);
}

static void
test_scenario (void)
{
  g_autoptr (DemDossier) dossier = open_short ("t a b? c", "i1:a&b+t i2:c+b");
  g_autoptr (DemOutline) outline = dem_outline_new (dossier, dem_dossier_find (dossier, "s").index);
  g_autofree char *shape = draw (outline);

  g_assert_cmpstr (shape, ==, "Tt |.+a& .+b ..+c");
  check_tree (outline);
}

/* What leads to the claims that @by says ("c"), in the shape that draw() gives. */
static void
check_leading (const char *claims, const char *steps, const char *by, const char *expected)
{
  g_autofree char *written_claims = write_claims (claims);
  g_autofree char *written_steps = write_inferences (steps);
  g_autofree char *mark = g_strdup_printf ("{\"id\": \"%s\",", by);
  g_autofree char *marked = g_strdup_printf ("%s \"by\": \"who\",", mark);
  g_auto (GStrv) parts = g_strsplit (written_claims, mark, 2);
  g_autofree char *asserted = g_strjoinv (marked, parts);
  g_autoptr (DemDossier) dossier
      = open_argument (asserted, written_steps, "{\"id\": \"s\", \"title\": \"S\", \"assume\": {}}], \"actors\": ["
                                                "{\"id\": \"who\", \"name\": \"Who\", \"kind\": \"person\"}");
  g_autoptr (DemOutline) whole = dem_outline_new (dossier, DEM_NO_INDEX);
  g_autoptr (DemOutline) some = dem_outline_new_of (whole, 0);
  g_autofree char *shape = draw (some);

  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  g_assert_cmpstr (shape, ==, expected);
  for (guint32 i = 0; i < dem_outline_get_n_nodes (some); i++)
    {
      const DemOutlineNode *node = dem_outline_get_node (some, i);
      guint32 full = dem_outline_find_claim (some, node->claim);

      g_assert_cmpuint (full, !=, DEM_NO_NODE);
      g_assert_true (node->is_reference || full == i);
      g_assert_true (node->parent == DEM_NO_NODE || node->end <= dem_outline_get_node (some, node->parent)->end);
    }
}

static void
test_leading (void)
{
  check_leading ("t a b c d", "i1:a+t i2:b+a i3:c+a i4:d-t", "c", "Tt |.+a ..+c");
  check_leading ("t a b", "i1:a+t i2:b-t", "b", "Tt |.-b");
  /* Linked premises stay together, without what is under those that do not lead there. */
  check_leading ("t a b c d", "i1:a&b&c+t i2:d+a", "b", "Tt |.+a& .+b& .+c");
  /* What breaks a link; shared claims; nothing but the thesis. */
  check_leading ("t a u", "i1:a+t i2:u*i1", "u", "Tt |.+a ..*u");
  check_leading ("t a b c u", "i1:a+t i2:b+t i3:c+a i4:c+b i5:u*i4", "u", "Tt |.+b ..+c ...*u");
  check_leading ("t a o", "i1:a+t", "t", "Tt");
  check_leading ("t a p q", "i1:a+t i2:q+p", "q", "Tt |.op ..+q");
}

static void
test_inference (void)
{
  g_autoptr (DemDossier) dossier = open_short ("t a b p q?", "i1:a&b+t i2:q+p");
  g_autoptr (DemOutline) outline = dem_outline_new (dossier, DEM_NO_INDEX);

  g_assert_cmpuint (dem_outline_find_inference (outline, 0), ==, 1);
  g_assert_cmpuint (dem_outline_find_inference (outline, 1), ==, DEM_NO_NODE);
  g_assert_cmpuint (dem_outline_find_claim (outline, dem_dossier_find (dossier, "q").index), ==, DEM_NO_NODE);
}

/* A chain, each claim the reason for the one before, and as deep a chain of undercuts. */
static DemDossier *
open_deep (gboolean undercuts)
{
  g_autoptr (GString) claims = g_string_new ("{\"id\": \"t\", \"kind\": \"thesis\", \"text\": \"T.\"}");
  g_autoptr (GString) steps = g_string_new (NULL);

  for (guint i = 1; i < DEEP; i++)
    {
      g_autofree char *to = i == 1 ? g_strdup ("t") : g_strdup_printf (undercuts ? "i%u" : "c%u", i - 1);

      g_string_append_printf (claims, ",{\"id\": \"c%u\", \"kind\": \"claim\", \"text\": \"C%u.\"}", i, i);
      g_string_append_printf (steps,
                              "%s{\"id\": \"i%u\", \"kind\": \"%s\", \"from\": [\"c%u\"], \"to\": \"%s\"}",
                              i > 1 ? "," : "", i, undercuts && i > 1 ? "undercuts" : "supports", i, to);
    }
  return open_argument (claims->str, steps->str, "");
}

static void
test_deep (gconstpointer data)
{
  g_autoptr (DemDossier) dossier = open_deep (GPOINTER_TO_INT (data));
  g_autoptr (DemOutline) outline = dem_outline_new (dossier, DEM_NO_INDEX);
  g_autoptr (DemOutlineList) list = dem_outline_list_new ();

  g_assert_cmpuint (dem_outline_get_n_nodes (outline), ==, DEEP);
  g_assert_cmpuint (dem_outline_get_node (outline, DEEP - 1)->depth, ==, DEEP - 1);
  check_tree (outline);
  dem_outline_list_set_outline (list, outline);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 3);
  dem_outline_list_reveal (list, DEEP - 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, DEEP);
}

/* One claim that is the reason for each of many others: linear, not quadratic. */
static void
test_wide (void)
{
  g_autoptr (GString) claims = g_string_new ("{\"id\": \"t\", \"kind\": \"thesis\", \"text\": \"T.\"}");
  g_autoptr (GString) steps = g_string_new (NULL);
  g_autoptr (DemDossier) dossier = NULL;
  g_autoptr (DemOutline) outline = NULL;

  for (guint i = 1; i < DEEP; i++)
    {
      g_string_append_printf (claims, ",{\"id\": \"c%u\", \"kind\": \"claim\", \"text\": \"C%u.\"}", i, i);
      g_string_append_printf (
          steps, "%s{\"id\": \"i%u\", \"kind\": \"supports\", \"from\": [\"c%u\"], \"to\": \"t\"}",
          i > 1 ? "," : "", i, i);
      if (i > 1)
        g_string_append_printf (
            steps, ",{\"id\": \"j%u\", \"kind\": \"supports\", \"from\": [\"c1\"], \"to\": \"c%u\"}", i, i);
    }
  dossier = open_argument (claims->str, steps->str, "");
  outline = dem_outline_new (dossier, DEM_NO_INDEX);
  g_assert_cmpuint (dem_outline_get_n_nodes (outline), ==, 2 * DEEP - 2);
  check_tree (outline);
}

/* ---- Folding ---- */

static char *
draw_rows (DemOutlineList *list)
{
  g_autoptr (GString) text = g_string_new (NULL);
  DemOutline *outline = dem_outline_list_get_outline (list);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      const DemOutlineNode *node = dem_outline_get_node (outline, dem_outline_list_get_node (list, i));

      g_string_append (text, dem_dossier_claim (dem_outline_get_dossier (outline), node->claim)->item.id);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_rows (DemOutlineList *list, const char *expected)
{
  g_autofree char *rows = draw_rows (list);

  g_assert_cmpstr (rows, ==, expected);
}

/* Keeps count of the rows from what the model announces, as a view does. */
static void
on_items_changed (GListModel *model, guint position, guint removed, guint added, int *n_rows)
{
  g_assert_cmpint (*n_rows, >=, position + removed);
  *n_rows += (int) added - (int) removed;
  g_assert_cmpint (*n_rows, ==, g_list_model_get_n_items (model));
}

static void
test_folding (void)
{
  g_autoptr (DemDossier) dossier = open_short ("t a b c d e", "i1:a+t i2:b+a i3:c+b i4:d+c i5:e-t");
  g_autoptr (DemOutline) outline = dem_outline_new (dossier, DEM_NO_INDEX);
  g_autoptr (DemOutlineList) list = dem_outline_list_new ();
  int n_rows = 0;

  g_signal_connect (list, "items-changed", G_CALLBACK (on_items_changed), &n_rows);
  assert_rows (list, "");
  dem_outline_list_set_outline (list, outline);
  assert_rows (list, "tabe");
  dem_outline_list_set_unfolded (list, 2, TRUE);
  assert_rows (list, "tabce");
  dem_outline_list_set_unfolded (list, 1, FALSE);
  assert_rows (list, "tae");
  g_assert_cmpuint (dem_outline_list_find (list, 3), ==, DEM_NO_NODE);
  dem_outline_list_set_unfolded (list, 1, TRUE);
  assert_rows (list, "tabce");
  dem_outline_list_set_unfolded (list, 0, FALSE);
  assert_rows (list, "tabce");
  dem_outline_list_reveal (list, 4);
  assert_rows (list, "tabcde");
  g_assert_cmpuint (dem_outline_list_find (list, 5), ==, 5);
  dem_outline_list_set_outline (list, NULL);
  assert_rows (list, "");
  g_assert_cmpint (n_rows, ==, 0);
}

/* What is folded stays so in another reading of the file, in which other things stand elsewhere. */
static void
test_folding_is_kept (void)
{
  g_autoptr (DemDossier) before = open_short ("t a b c d", "i1:a+t i2:b+a i3:c+b i4:d+t");
  g_autoptr (DemDossier) after = open_short ("t n c b a d", "i9:n+t i4:d+t i1:a+t i2:b+a i3:c+b");
  g_autoptr (DemOutline) first = dem_outline_new (before, DEM_NO_INDEX);
  g_autoptr (DemOutline) second = dem_outline_new (after, DEM_NO_INDEX);
  g_autoptr (DemOutlineList) list = dem_outline_list_new ();
  int n_rows = 0;

  g_signal_connect (list, "items-changed", G_CALLBACK (on_items_changed), &n_rows);
  dem_outline_list_set_outline (list, first);
  dem_outline_list_set_unfolded (list, 2, TRUE);
  assert_rows (list, "tabcd");
  dem_outline_list_set_outline (list, second);
  assert_rows (list, "tndabc");
  dem_outline_list_set_unfolded (list, dem_outline_find_claim (second, dem_dossier_find (after, "a").index),
                                 FALSE);
  assert_rows (list, "tnda");
  dem_outline_list_set_outline (list, first);
  assert_rows (list, "tad");
}

/* ---- Starting values ---- */

static void
test_starting_values (void)
{
  g_autoptr (DemDossier) dossier = open_argument (
      "{\"id\": \"written\", \"text\": \"W.\", \"kind\": \"claim\", \"credence\": 0.7},"
      "{\"id\": \"supported\", \"text\": \"S.\", \"kind\": \"claim\"},"
      "{\"id\": \"attacked\", \"text\": \"A.\", \"kind\": \"claim\"},"
      "{\"id\": \"bare\", \"text\": \"B.\", \"kind\": \"claim\"},"
      "{\"id\": \"perhaps\", \"text\": \"P.\", \"kind\": \"claim\"}",
      "{\"id\": \"i1\", \"kind\": \"supports\", \"from\": [\"bare\"], \"to\": \"supported\"},"
      "{\"id\": \"i2\", \"kind\": \"attacks\", \"from\": [\"bare\"], \"to\": \"attacked\"},"
      "{\"id\": \"i3\", \"kind\": \"supports\", \"from\": [\"bare\"], \"to\": \"perhaps\", \"scenarios\": "
      "[\"s\"]},"
      "{\"id\": \"i4\", \"kind\": \"supports\", \"from\": [\"bare\"], \"to\": \"written\"}",
      "{\"id\": \"s\", \"title\": \"S\", \"assume\": {\"bare\": 0.25}}");
  guint32 scenario = dem_dossier_find (dossier, "s").index;
  double strength = -1;

#define CLAIM(id) (dem_dossier_find (dossier, id).index)
  g_assert_cmpfloat (dem_claim_value_get_start (dossier, CLAIM ("written")), ==, 0.7);
  g_assert_cmpfloat (dem_claim_value_get_start (dossier, CLAIM ("supported")), ==, 0.1);
  g_assert_cmpfloat (dem_claim_value_get_start (dossier, CLAIM ("attacked")), ==, 0.5);
  g_assert_cmpfloat (dem_claim_value_get_start (dossier, CLAIM ("bare")), ==, 0.5);
  g_assert_cmpfloat (dem_claim_value_get_start (dossier, CLAIM ("perhaps")), ==, 0.5);
  g_assert_true (dem_claim_value_is_written (dossier, CLAIM ("written")));
  g_assert_false (dem_claim_value_is_written (dossier, CLAIM ("bare")));
  g_assert_false (dem_claim_value_get_assumed (dossier, DEM_NO_INDEX, CLAIM ("bare"), &strength));
  g_assert_false (dem_claim_value_get_assumed (dossier, scenario, CLAIM ("written"), &strength));
  g_assert_cmpfloat (strength, ==, -1);
  g_assert_true (dem_claim_value_get_assumed (dossier, scenario, CLAIM ("bare"), &strength));
  g_assert_cmpfloat (strength, ==, 0.25);
#undef CLAIM
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      g_autofree char *path = g_strconcat ("/outline/shape/", shapes[i].name, NULL);
      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_shape);
    }
  g_test_add_func ("/outline/scenario", test_scenario);
  g_test_add_func ("/outline/leading", test_leading);
  g_test_add_func ("/outline/inference", test_inference);
  g_test_add_data_func ("/outline/deep", GINT_TO_POINTER (FALSE), test_deep);
  g_test_add_data_func ("/outline/deep-undercuts", GINT_TO_POINTER (TRUE), test_deep);
  g_test_add_func ("/outline/wide", test_wide);
  g_test_add_func ("/outline/folding", test_folding);
  g_test_add_func ("/outline/folding-is-kept", test_folding_is_kept);
  g_test_add_func ("/outline/starting-values", test_starting_values);
  return g_test_run ();
}
