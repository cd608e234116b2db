/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "app/notebook/notebook.h"
#include "tests/support/argument.h"

/* ---- Undo: a target that is a string of letters, steps that add and take off one at its end ---- */

static void
take_off (gpointer target, gpointer step)
{
  GString *text = target;
  g_assert_cmpint (text->str[text->len - 1], ==, GPOINTER_TO_INT (step));
  g_string_truncate (text, text->len - 1);
}

static void
put_on (gpointer target, gpointer step)
{
  g_string_append_c (target, (char) GPOINTER_TO_INT (step));
}

static const DemUndoKind writing = { "Undo Write", "Redo Write", take_off, put_on, NULL };

static void
count (DemUndo *undo, guint *n)
{
  (*n)++;
}

/* Commands: a letter is written; < undo, > redo, ( and ) a group, ! forget. */
static void
run_commands (DemUndo *undo, GString *text, const char *commands)
{
  for (const char *p = commands; *p != '\0'; p++)
    switch (*p)
      {
      case '<':
        dem_undo_undo (undo);
        break;
      case '>':
        dem_undo_redo (undo);
        break;
      case '(':
        dem_undo_begin (undo, "Undo Group", "Redo Group");
        break;
      case ')':
        dem_undo_end (undo);
        break;
      case '!':
        dem_undo_clear (undo);
        break;
      default:
        g_string_append_c (text, *p);
        dem_undo_push (undo, &writing, GINT_TO_POINTER (*p));
      }
}

static void
test_undo_table (void)
{
  static const struct
  {
    const char *commands;
    const char *text;
    const char *undo_label;
    const char *redo_label;
    guint n_changes;
  } rows[] = {
    { "", "", NULL, NULL, 0 },
    { "<>", "", NULL, NULL, 0 },
    { "a", "a", "Undo Write", NULL, 1 },
    { "a<", "", NULL, "Redo Write", 2 },
    { "a<>", "a", "Undo Write", NULL, 3 },
    { "ab<", "a", "Undo Write", "Redo Write", 3 },
    { "ab<c", "ac", "Undo Write", NULL, 4 },
    { "ab<c>", "ac", "Undo Write", NULL, 4 },
    { "ab<<<", "", NULL, "Redo Write", 4 },
    { "(ab)", "ab", "Undo Group", NULL, 1 },
    { "x(ab)<", "x", "Undo Write", "Redo Group", 3 },
    { "x(ab)<>", "xab", "Undo Group", NULL, 4 },
    { "(a(b)c)<", "", NULL, "Redo Group", 2 },
    { "()", "", NULL, NULL, 0 },
    { "a()<", "", NULL, "Redo Write", 2 },
    { "a<()>", "a", "Undo Write", NULL, 3 },
    { "(a<b)<", "", NULL, "Redo Group", 2 },
    { "ab!", "ab", NULL, NULL, 3 },
    { "ab<!>", "a", NULL, NULL, 4 },
    { "!", "", NULL, NULL, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GString *text = g_string_new (NULL);
      g_autoptr (DemUndo) undo = dem_undo_new (text);
      guint n_changes = 0;

      g_signal_connect (undo, "changed", G_CALLBACK (count), &n_changes);
      run_commands (undo, text, rows[i].commands);
      g_test_message ("%s", rows[i].commands);
      g_assert_cmpstr (text->str, ==, rows[i].text);
      g_assert_cmpstr (dem_undo_get_undo_label (undo), ==, rows[i].undo_label);
      g_assert_cmpstr (dem_undo_get_redo_label (undo), ==, rows[i].redo_label);
      g_assert_cmpint (dem_undo_can_undo (undo), ==, rows[i].undo_label != NULL);
      g_assert_cmpint (dem_undo_can_redo (undo), ==, rows[i].redo_label != NULL);
      g_assert_cmpuint (n_changes, ==, rows[i].n_changes);
      g_string_free (text, TRUE);
    }
}

static void
test_undo_limit (void)
{
  GString *text = g_string_new (NULL);
  g_autoptr (DemUndo) undo = dem_undo_new (text);
  guint n = 0;

  for (guint i = 0; i < DEM_UNDO_LIMIT + 10; i++)
    run_commands (undo, text, "a");
  while (dem_undo_undo (undo))
    n++;
  g_assert_cmpuint (n, ==, DEM_UNDO_LIMIT);
  g_assert_cmpuint (text->len, ==, 10);
  g_string_free (text, TRUE);
}

static guint n_freed;

static void
count_freed (gpointer step)
{
  n_freed++;
}

static void
test_undo_frees (void)
{
  static const DemUndoKind kind = { "Undo Write", "Redo Write", take_off, put_on, count_freed };
  GString *text = g_string_new ("xyz");
  DemUndo *undo = dem_undo_new (text);

  n_freed = 0;
  dem_undo_push (undo, &kind, GINT_TO_POINTER ('y'));
  dem_undo_push (undo, &kind, GINT_TO_POINTER ('z'));
  dem_undo_undo (undo);
  g_assert_cmpuint (n_freed, ==, 0);
  dem_undo_push (undo, &kind, GINT_TO_POINTER ('w'));
  g_assert_cmpuint (n_freed, ==, 1);
  g_assert_finalize_object (undo);
  g_assert_cmpuint (n_freed, ==, 3);
  g_string_free (text, TRUE);
}

/* ---- Pins ---- */

static void
assert_pin (DemNotebook *notebook, const char *actor, double x, double y)
{
  double at_x, at_y;

  g_assert_true (dem_notebook_get_pin (notebook, actor, &at_x, &at_y));
  g_assert_cmpfloat (at_x, ==, x);
  g_assert_cmpfloat (at_y, ==, y);
}

static void
count_notebook (DemNotebook *notebook, guint *n)
{
  (*n)++;
}

static void
test_pins (void)
{
  g_autoptr (DemNotebook) notebook = dem_notebook_open ("urn:a");
  DemUndo *undo = dem_notebook_get_undo (notebook);
  guint n = 0;

  g_signal_connect (notebook, "changed", G_CALLBACK (count_notebook), &n);
  g_assert_false (dem_notebook_get_pin (notebook, "china", NULL, NULL));
  dem_notebook_unpin (notebook, "china");
  dem_notebook_unpin_all (notebook);
  g_assert_cmpuint (n, ==, 0);

  dem_notebook_pin (notebook, "china", 1, 2);
  dem_notebook_pin (notebook, "china", 1, 2);
  g_assert_cmpuint (n, ==, 1);
  dem_notebook_pin (notebook, "china", 3, 4);
  dem_notebook_pin (notebook, "japan", 5, 6);
  g_assert_cmpuint (n, ==, 3);
  assert_pin (notebook, "china", 3, 4);
  g_assert_cmpstr (dem_undo_get_undo_label (undo), ==, "Undo Pin Actor");

  dem_notebook_unpin (notebook, "japan");
  g_assert_cmpstr (dem_undo_get_undo_label (undo), ==, "Undo Unpin Actor");
  dem_undo_undo (undo);
  assert_pin (notebook, "japan", 5, 6);
  g_assert_cmpstr (dem_undo_get_redo_label (undo), ==, "Redo Unpin Actor");
  dem_undo_undo (undo);
  g_assert_false (dem_notebook_get_pin (notebook, "japan", NULL, NULL));
  dem_undo_undo (undo);
  assert_pin (notebook, "china", 1, 2);
  dem_undo_undo (undo);
  g_assert_cmpuint (dem_notebook_count_pins (notebook), ==, 0);
  g_assert_false (dem_undo_can_undo (undo));
  g_assert_cmpuint (n, ==, 8);
}

static void
test_unpin_all (void)
{
  g_autoptr (DemNotebook) notebook = dem_notebook_open ("urn:a");
  DemUndo *undo = dem_notebook_get_undo (notebook);

  dem_notebook_pin (notebook, "china", 1, 2);
  dem_notebook_pin (notebook, "japan", 5, 6);
  dem_notebook_unpin_all (notebook);
  g_assert_cmpuint (dem_notebook_count_pins (notebook), ==, 0);
  g_assert_cmpstr (dem_undo_get_undo_label (undo), ==, "Undo Unpin All");
  dem_undo_undo (undo);
  assert_pin (notebook, "china", 1, 2);
  assert_pin (notebook, "japan", 5, 6);
  dem_undo_redo (undo);
  g_assert_cmpuint (dem_notebook_count_pins (notebook), ==, 0);
}

/* ---- What the reader thinks of claims ---- */

static void
test_assumptions (void)
{
  g_autoptr (DemNotebook) notebook = dem_notebook_open ("urn:a");
  DemUndo *undo = dem_notebook_get_undo (notebook);
  guint n = 0;

  g_signal_connect (notebook, "changed", G_CALLBACK (count_notebook), &n);
  g_assert_true (isnan (dem_notebook_get_assumption (notebook, "hope")));
  dem_notebook_forget_assumption (notebook, "hope");
  g_assert_cmpuint (n, ==, 0);

  dem_notebook_assume (notebook, "hope", 0.95);
  dem_notebook_assume (notebook, "hope", 0.95);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (dem_undo_get_undo_label (undo), ==, "Undo Accept Claim");
  dem_notebook_assume (notebook, "hope", 0.5);
  g_assert_cmpstr (dem_undo_get_undo_label (undo), ==, "Undo Doubt Claim");
  dem_notebook_assume (notebook, "fear", 0.05);
  g_assert_cmpstr (dem_undo_get_undo_label (undo), ==, "Undo Reject Claim");
  dem_notebook_forget_assumption (notebook, "hope");
  g_assert_cmpstr (dem_undo_get_undo_label (undo), ==, "Undo Reset Claim");
  g_assert_cmpuint (dem_notebook_count_judgements (notebook), ==, 1);

  dem_undo_undo (undo);
  g_assert_cmpfloat (dem_notebook_get_assumption (notebook, "hope"), ==, 0.5);
  dem_undo_undo (undo);
  dem_undo_undo (undo);
  g_assert_cmpfloat (dem_notebook_get_assumption (notebook, "hope"), ==, 0.95);
  g_assert_cmpstr (dem_undo_get_redo_label (undo), ==, "Redo Doubt Claim");
  dem_undo_undo (undo);
  g_assert_cmpuint (dem_notebook_count_judgements (notebook), ==, 0);
  dem_undo_redo (undo);
  g_assert_cmpfloat (dem_notebook_get_assumption (notebook, "hope"), ==, 0.95);
}

/* A slider that is dragged makes one step; another claim, or a step back, ends it. */
static void
test_starting_values (void)
{
  g_autoptr (DemNotebook) notebook = dem_notebook_open ("urn:a");
  DemUndo *undo = dem_notebook_get_undo (notebook);
  guint n = 0;

  g_signal_connect (notebook, "changed", G_CALLBACK (count_notebook), &n);
  dem_notebook_set_start (notebook, "hope", 0.2);
  dem_notebook_set_start (notebook, "hope", 0.3);
  dem_notebook_set_start (notebook, "hope", 0.3);
  dem_notebook_set_start (notebook, "hope", 0.4);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpstr (dem_undo_get_undo_label (undo), ==, "Undo Starting Value");
  dem_notebook_set_start (notebook, "fear", 0.7);
  dem_notebook_set_start (notebook, "hope", 0.6);
  dem_undo_undo (undo);
  g_assert_cmpfloat (dem_notebook_get_start (notebook, "hope"), ==, 0.4);
  dem_notebook_set_start (notebook, "fear", 0.8);
  dem_undo_undo (undo);
  g_assert_cmpfloat (dem_notebook_get_start (notebook, "fear"), ==, 0.7);
  dem_undo_undo (undo);
  dem_undo_undo (undo);
  g_assert_true (isnan (dem_notebook_get_start (notebook, "hope")));
  g_assert_false (dem_undo_can_undo (undo));
  dem_undo_redo (undo);
  g_assert_cmpfloat (dem_notebook_get_start (notebook, "hope"), ==, 0.4);
}

static void
test_reset (void)
{
  g_autoptr (DemNotebook) notebook = dem_notebook_open ("urn:a");
  DemUndo *undo = dem_notebook_get_undo (notebook);

  dem_notebook_assume (notebook, "hope", 0.95);
  dem_notebook_set_start (notebook, "hope", 0.3);
  dem_notebook_assume (notebook, "fear", 0.05);
  dem_notebook_pin (notebook, "china", 1, 2);
  dem_notebook_reset_claim (notebook, "hope");
  g_assert_true (isnan (dem_notebook_get_assumption (notebook, "hope")));
  g_assert_true (isnan (dem_notebook_get_start (notebook, "hope")));
  g_assert_cmpuint (dem_notebook_count_judgements (notebook), ==, 1);
  dem_undo_undo (undo);
  g_assert_cmpuint (dem_notebook_count_judgements (notebook), ==, 3);

  dem_notebook_reset_all_claims (notebook);
  g_assert_cmpuint (dem_notebook_count_judgements (notebook), ==, 0);
  g_assert_cmpuint (dem_notebook_count_pins (notebook), ==, 1);
  g_assert_cmpstr (dem_undo_get_undo_label (undo), ==, "Undo Reset All Claims");
  dem_undo_undo (undo);
  g_assert_cmpfloat (dem_notebook_get_assumption (notebook, "fear"), ==, 0.05);
  g_assert_cmpfloat (dem_notebook_get_start (notebook, "hope"), ==, 0.3);
}

static void
test_resolve (void)
{
  g_autoptr (DemNotebook) notebook = dem_notebook_open ("urn:a");
  g_autoptr (DemDossier) dossier = open_argument ("a\nb\ns: a supports b", NULL);
  g_autoptr (GArray) assumptions = NULL;
  g_autoptr (GArray) starts = NULL;

  dem_notebook_assume (notebook, "b", 0.95);
  dem_notebook_assume (notebook, "a", 0.05);
  dem_notebook_assume (notebook, "s", 0.05);
  dem_notebook_assume (notebook, "gone", 0.05);
  dem_notebook_set_start (notebook, "b", 0.3);
  assumptions = dem_notebook_dup_assumptions (notebook, dossier);
  starts = dem_notebook_dup_starts (notebook, dossier);
  g_assert_cmpuint (assumptions->len, ==, 2);
  g_assert_cmpuint (g_array_index (assumptions, DemAssumption, 0).claim, ==, 0);
  g_assert_cmpfloat (g_array_index (assumptions, DemAssumption, 0).strength, ==, 0.05);
  g_assert_cmpuint (g_array_index (assumptions, DemAssumption, 1).claim, ==, 1);
  g_assert_cmpuint (starts->len, ==, 1);
  g_assert_cmpfloat (g_array_index (starts, DemAssumption, 0).strength, ==, 0.3);
}

static void
test_one_for_each_dossier (void)
{
  DemNotebook *a = dem_notebook_open ("urn:a");
  DemNotebook *again = dem_notebook_open ("urn:a");
  DemNotebook *b = dem_notebook_open ("urn:b");

  g_assert_true (a == again);
  g_assert_true (a != b);
  g_assert_cmpstr (dem_notebook_get_dossier_id (b), ==, "urn:b");
  dem_notebook_pin (a, "china", 1, 2);
  g_assert_cmpuint (dem_notebook_count_pins (b), ==, 0);
  g_object_unref (again);
  g_assert_finalize_object (a);
  a = dem_notebook_open ("urn:a");
  g_assert_cmpuint (dem_notebook_count_pins (a), ==, 0);
  g_assert_finalize_object (a);
  g_assert_finalize_object (b);
}

static void
test_answers (void)
{
  static const struct
  {
    const char *text;
    const char *kept; /* NULL: open */
    const char *undo_label;
  } rows[] = {
    { "Because.", "Because.", "Undo Answer Question" }, { "Because.", "Because.", "Undo Answer Question" },
    { " two\nlines ", " two\nlines ", "Undo Answer Question" }, { " \t\n", NULL, "Undo Clear Answer" },
    { NULL, NULL, "Undo Clear Answer" }, { "שלום", "שלום", "Undo Answer Question" },
  };
  g_autoptr (DemNotebook) notebook = dem_notebook_open ("urn:test:answers");
  DemUndo *undo = dem_notebook_get_undo (notebook);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      dem_notebook_answer (notebook, "i1", 2, rows[i].text);
      g_assert_cmpstr (dem_notebook_get_answer (notebook, "i1", 2), ==, rows[i].kept);
      g_assert_cmpstr (dem_undo_get_undo_label (undo), ==, rows[i].undo_label);
      g_assert_null (dem_notebook_get_answer (notebook, "i1", 1));
      g_assert_null (dem_notebook_get_answer (notebook, "i", 2));
    }
  dem_notebook_answer (notebook, "i1", 1, "First.");
  g_assert_cmpuint (dem_notebook_count_answers (notebook, "i1", 3), ==, 2);
  g_assert_cmpuint (dem_notebook_count_answers (notebook, "i1", 1), ==, 1);

  /* First, the Hebrew, the blanks, two lines: four steps back is the first answer; what changed nothing is no step. */
  for (guint i = 0; i < 4; i++)
    g_assert_true (dem_undo_undo (undo));
  g_assert_cmpstr (dem_notebook_get_answer (notebook, "i1", 2), ==, "Because.");
  g_assert_true (dem_undo_undo (undo));
  g_assert_false (dem_undo_can_undo (undo));
  while (dem_undo_redo (undo))
    ;
  g_assert_cmpstr (dem_notebook_get_answer (notebook, "i1", 2), ==, "שלום");
  g_assert_cmpuint (dem_notebook_count_answers (notebook, "i1", 3), ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/undo/table", test_undo_table);
  g_test_add_func ("/undo/limit", test_undo_limit);
  g_test_add_func ("/undo/frees", test_undo_frees);
  g_test_add_func ("/notebook/pins", test_pins);
  g_test_add_func ("/notebook/unpin-all", test_unpin_all);
  g_test_add_func ("/notebook/assumptions", test_assumptions);
  g_test_add_func ("/notebook/starting-values", test_starting_values);
  g_test_add_func ("/notebook/reset", test_reset);
  g_test_add_func ("/notebook/resolve", test_resolve);
  g_test_add_func ("/notebook/one-for-each-dossier", test_one_for_each_dossier);

  g_test_add_func ("/notebook/answers", test_answers);
  return g_test_run ();
}
