/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of claims: its rows, filter, order, selection both ways, what is copied and what is spoken. */

#include "tests/support/argument.h"
#include "tests/support/widgets.h"
#include "ui/argument/claims_table.h"

static const char members[]
    = "'sources': [{'id': 'paper', 'type': 'article', 'title': 'Paper', 'paragraphs': 12}],"
      "'actors': [{'id': 'a', 'name': 'Ann Other', 'label': 'Other', 'kind': 'person'},"
      "           {'id': 'b', 'name': 'Bland', 'kind': 'state'}],"
      "'scenarios': [{'id': 's', 'title': 'Suppose', 'assume': {'pro': 0.9}}]";

static const char lines[]
    = "t | 'kind': 'thesis'\n"
      "pro 0.5 | 'by': 'b', 'kind': 'fact', 'about': ['b'], 'cites': [{'source': 'paper', 'locator': '10'}]\n"
      "con 0.4 | 'by': 'a', 'basis': 'reading'\n"
      "loose 0.6\n"
      "only 0.5 | 'scenarios': ['s']\n"
      "i: pro supports t\n"
      "j: con attacks t";

typedef struct
{
  GtkWindow *window;
  GtkWidget *table;
  DemDossier *dossier;
  DemFocus *focus;
  DemEvaluator *evaluator;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->dossier = open_argument (lines, members);
  f->focus = dem_focus_new ();
  dem_focus_open (f->focus, f->dossier);
  f->evaluator = dem_evaluator_new ();
  dem_evaluator_set (f->evaluator, f->dossier, NULL);
  f->table = dem_claims_table_new ();
  dem_claims_table_set_focus (DEM_CLAIMS_TABLE (f->table), f->focus);
  dem_claims_table_set_evaluator (DEM_CLAIMS_TABLE (f->table), f->evaluator);
  f->window = show_in_window (f->table);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gtk_window_destroy (f->window);
  settle ();
  g_assert_finalize_object (f->focus);
  g_object_unref (f->evaluator);
  settle ();
  g_object_unref (f->dossier);
}

static GtkWidget *
find_type (GtkWidget *root, GType type)
{
  GtkWidget *found = find_widget (root, has_type, &type);

  g_assert_nonnull (found);
  return found;
}

static GtkSelectionModel *
get_model (Fixture *f)
{
  return gtk_column_view_get_model (GTK_COLUMN_VIEW (find_type (f->table, GTK_TYPE_COLUMN_VIEW)));
}

/* The rows that are shown, by the first cell of what would be copied, joined by blanks. */
static char *
dup_rows (Fixture *f, gboolean only_selected)
{
  g_autofree char *text = dem_claims_table_dup_text (DEM_CLAIMS_TABLE (f->table), only_selected);
  g_auto (GStrv) rows = g_strsplit (text, "\n", -1);
  GString *ids = g_string_new (NULL);

  for (guint i = 1; rows[0] != NULL && rows[i] != NULL && *rows[i] != '\0'; i++)
    {
      *strchr (rows[i], '\t') = '\0';
      g_string_append_printf (ids, "%s%s", i > 1 ? " " : "", rows[i]);
    }
  return g_string_free (ids, FALSE);
}

static void
assert_rows (Fixture *f, const char *expected)
{
  g_autofree char *rows = dup_rows (f, FALSE);

  g_assert_cmpstr (rows, ==, expected);
}

static void
test_rows (Fixture *f, gconstpointer data)
{
  g_autofree char *all = dem_claims_table_dup_text (DEM_CLAIMS_TABLE (f->table), FALSE);

  g_assert_cmpstr (all, ==,
                   "Claim\tStrength\tChange\tSide\tKind\tWho\tBasis\tParagraphs\tActors\tEvents\n"
                   "t\t0.19\t\t\tThesis\t\tthe source\t\t\t\n"
                   "pro\t0.50\t\tfor\tFact\tBland\tthe source\t¶10\tBland\t\n"
                   "con\t0.40\t\tagainst\tClaim\tOther\tour reading\t\t\t\n"
                   "loose\t0.60\t\t\tClaim\t\tthe source\t\t\t\n");
  g_assert_true (shows (f->table, "4 of 5 claims"));
  g_assert_true (shows (f->table, "pro"));
}

static void
test_scenario (Fixture *f, gconstpointer data)
{
  dem_focus_set_scenario (f->focus, 0);
  dem_evaluator_set (f->evaluator, f->dossier, &(DemWhatIf){ .scenario = 0 });
  settle ();
  assert_rows (f, "t pro con loose only");
  g_assert_true (shows (f->table, "0.50 → 0.90"));
  g_assert_true (shows (f->table, "5 claims"));
}

static void
test_filter (Fixture *f, gconstpointer data)
{
  GtkEditable *entry = GTK_EDITABLE (find_type (f->table, GTK_TYPE_SEARCH_ENTRY));
  GtkWidget *kind = find_type (f->table, GTK_TYPE_DROP_DOWN);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (kind), 2);
  assert_rows (f, "con loose");
  gtk_editable_set_text (entry, "other");
  g_usleep (300000);
  settle ();
  assert_rows (f, "con");
  g_assert_true (shows (f->table, "1 of 5 claims"));
  gtk_editable_set_text (entry, "zzz");
  g_usleep (300000);
  settle ();
  assert_rows (f, "");
  click (find_widget (f->table, is_button, "Clear Filter"));
  assert_rows (f, "t pro con loose");
}

static void
test_sort (Fixture *f, gconstpointer data)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (find_type (f->table, GTK_TYPE_COLUMN_VIEW));
  g_autoptr (GtkColumnViewColumn) strength = g_list_model_get_item (gtk_column_view_get_columns (view), 1);

  gtk_column_view_sort_by_column (view, strength, GTK_SORT_DESCENDING);
  assert_rows (f, "loose pro con t");
  gtk_column_view_sort_by_column (view, strength, GTK_SORT_ASCENDING);
  assert_rows (f, "t con pro loose");
  dem_evaluator_set (f->evaluator, f->dossier, &(DemWhatIf){ .scenario = 0 });
  assert_rows (f, "con only t loose pro");
}

static void
test_selection (Fixture *f, gconstpointer data)
{
  const DemRef both[] = { DEM_REF (CLAIM, 2), DEM_REF (CLAIM, 1), DEM_REF (ACTOR, 0) };
  GtkSelectionModel *model = get_model (f);
  g_autofree char *none = dem_claims_table_dup_text (DEM_CLAIMS_TABLE (f->table), TRUE);
  g_autofree char *selected = NULL;
  guint n = 0;

  g_assert_cmpstr (none, ==, "");
  dem_focus_select_all (f->focus, both, G_N_ELEMENTS (both));
  selected = dup_rows (f, TRUE);
  g_assert_cmpstr (selected, ==, "pro con");
  g_assert_false (gtk_selection_model_is_selected (model, 0));

  gtk_selection_model_select_item (model, 3, FALSE);
  dem_focus_get_selection (f->focus, &n);
  g_assert_cmpuint (n, ==, 3);
  gtk_selection_model_unselect_item (model, 1);
  g_assert_false (dem_focus_is_selected (f->focus, DEM_REF (CLAIM, 1)));
  g_assert_true (dem_focus_is_selected (f->focus, DEM_REF (CLAIM, 2)));
  gtk_selection_model_select_all (model);
  dem_focus_get_selection (f->focus, &n);
  g_assert_cmpuint (n, ==, 4);
  gtk_selection_model_select_range (model, 1, 2, TRUE);
  dem_focus_get_selection (f->focus, &n);
  g_assert_cmpuint (n, ==, 2);
  gtk_selection_model_unselect_all (model);
  dem_focus_get_selection (f->focus, &n);
  g_assert_cmpuint (n, ==, 0);
}

static gboolean
is_called (GtkWidget *widget, gconstpointer label)
{
  g_autofree char *fault
      = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label, NULL);

  return fault == NULL && g_str_equal (gtk_widget_get_css_name (widget), "row");
}

static void
test_speech (Fixture *f, gconstpointer data)
{
  g_assert_nonnull (find_widget (f->table, is_called, "pro, Fact, for, Bland, strength 0.50"));
  g_assert_nonnull (find_widget (f->table, is_called, "t, Thesis, strength 0.19"));
  dem_evaluator_set (f->evaluator, f->dossier, &(DemWhatIf){ .scenario = 0 });
  settle ();
  g_assert_nonnull (find_widget (f->table, is_called, "pro, Fact, for, Bland, strength 0.50 → 0.90, changed"));
}

/* What has nothing to do with what is selected is dimmed. */
static void
test_dimmed (Fixture *f, gconstpointer data)
{
  GtkWidget *pro = find_widget (f->table, is_called, "pro, Fact, for, Bland, strength 0.50");
  GtkWidget *con = find_widget (f->table, is_called, "con, Claim, against, Other, strength 0.40");

  g_assert_false (gtk_widget_has_css_class (con, "dem-dimmed"));
  dem_focus_select (f->focus, DEM_REF (ACTOR, 1));
  settle ();
  g_assert_false (gtk_widget_has_css_class (pro, "dem-dimmed"));
  g_assert_true (gtk_widget_has_css_class (con, "dem-dimmed"));
}

static void
test_columns (Fixture *f, gconstpointer data)
{
  g_autofree char *text = NULL;

  gtk_widget_activate_action (f->table, "columns.6", NULL);
  gtk_widget_activate_action (f->table, "columns.7", NULL);
  text = dem_claims_table_dup_text (DEM_CLAIMS_TABLE (f->table), FALSE);
  g_assert_true (g_str_has_prefix (text, "Claim\tStrength\tChange\tSide\tKind\tWho\tActors\tEvents\n"));
}

static void
test_reload (Fixture *f, gconstpointer data)
{
  g_autoptr (DemDossier) other = open_argument ("x 0.5\ny 0.5 | 'kind': 'fact'", NULL);
  g_autoptr (DemDossier) empty = open_argument ("", NULL);

  dem_focus_open (f->focus, other);
  settle ();
  assert_rows (f, "x y");
  dem_focus_open (f->focus, empty);
  settle ();
  assert_rows (f, "");
  g_assert_true (shows (f->table, "No Argument"));
  dem_focus_open (f->focus, f->dossier);
  settle ();
  assert_rows (f, "t pro con loose");
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *f, gconstpointer data);
  } tests[] = {
    { "/claims-table/rows", test_rows },           { "/claims-table/scenario", test_scenario },
    { "/claims-table/filter", test_filter },       { "/claims-table/sort", test_sort },
    { "/claims-table/selection", test_selection }, { "/claims-table/speech", test_speech },
    { "/claims-table/dimmed", test_dimmed },       { "/claims-table/columns", test_columns },
    { "/claims-table/reload", test_reload },
  };

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
