/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The argument page: what its rows show and say, selection both ways, keys, scenarios; bad and large arguments. */

#include "tests/support/argument.h"
#include "tests/support/argument_page.h"
#include "ui/argument/argument_row.h"
#include "ui/argument/claims_selection.h"
#include "ui/common/head.h"
#include "ui/common/widget_style.h"

static const char *const first_rows[] = {
  "thesis: The thesis.",        "level 1, for: The thesis. Good reason",        "level 2, for: Good reason. The ground.",
  "level 1, for: The thesis. The companion.", "level 1, against: The thesis. The objection.", "level 2, breaks the link: The objection. The breaker.",
  "level 2, for: The objection. The ground.",  "level 1, claim: The stray.",
};

static void
test_rows (Fixture *f, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (first_rows); i++)
    gtk_test_accessible_assert_role (GTK_ACCESSIBLE (get_item_widget (f, first_rows[i])), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  g_assert_null (find_item_widget (f, "level 3, for: The ground. The deep."));
  g_assert_true (shows (f->page, "Reasons for"));
  g_assert_true (shows (f->page, "Reasons against"));
  g_assert_true (shows (f->page, "Other claims"));
}

static gboolean
is_head (GtkWidget *widget, gconstpointer name)
{
  return DEM_IS_HEAD_ICON (widget) && g_strcmp0 (dem_widget_get_tooltip (widget), name) == 0;
}

static void
test_row_contents (Fixture *f, gconstpointer data)
{
  GtkWidget *row = get_item_widget (f, "level 1, for: The thesis. Good reason");

  g_assert_true (shows (row, "Good reason"));
  g_assert_true (shows (row, "0.86"));
  /* Who asserts the thesis too is told by head alone. */
  g_assert_false (shows (row, "Pat Person"));
  g_assert_nonnull (find_widget (row, is_head, "Pat Person"));
  g_assert_true (shows (get_item_widget (f, "thesis: The thesis."), "Pat Person"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LEVEL, 2);
  assert_spoken (row, "level 1, for: The thesis. Good reason, strength 0.86, 1 reason");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_EXPANDED, TRUE);
  row = get_item_widget (f, "level 2, for: Good reason. The ground.");
  g_assert_true (shows (row, "· 1"));
  g_assert_true (shows (row, "0.55"));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE);
  assert_spoken (get_item_widget (f, "thesis: The thesis."), "thesis: The thesis., strength 0.22, 2 reasons");
}

static void
test_citations (Fixture *f, gconstpointer data)
{
  GtkWidget *link = find_link (f->page, "¶7");

  g_assert_true (gtk_widget_get_focusable (link));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (link), GTK_ACCESSIBLE_PROPERTY_LABEL, "Paragraph 7 of “A Paper”.");
  click (link);
  assert_selection (f, "paper/7");
  click (find_link (f->page, "[2]"));
  assert_selection (f, "book");
}

static void
test_select_in_list (Fixture *f, gconstpointer data)
{
  gtk_widget_activate_action (f->list, "list.activate-item", "u", 1);
  assert_selection (f, "reason");
  gtk_widget_activate_action (f->list, "list.select-item", "(ubb)", 3, TRUE, FALSE);
  assert_selection (f, "reason companion");
  gtk_widget_activate_action (f->list, "list.select-item", "(ubb)", 1, TRUE, FALSE);
  assert_selection (f, "companion");
  settle ();
  g_assert_true (is_selected (get_item_widget (f, "level 1, for: The thesis. The companion.")));
  g_assert_false (is_selected (get_item_widget (f, "level 1, for: The thesis. Good reason")));
}

static void
test_select_elsewhere (Fixture *f, gconstpointer data)
{
  dem_focus_select (f->focus, ref_of (f, "deep"));
  settle ();
  g_assert_true (is_selected (get_item_widget (f, "level 3, for: The ground. The deep.")));
  dem_focus_select (f->focus, ref_of (f, "i4"));
  settle ();
  g_assert_true (is_selected (get_item_widget (f, "level 1, against: The thesis. The objection.")));
  dem_focus_clear_selection (f->focus);
  settle ();
  g_assert_false (is_selected (get_item_widget (f, "level 1, against: The thesis. The objection.")));
}

static gboolean
is_dimmed (GtkWidget *widget, gconstpointer data)
{
  return gtk_widget_has_css_class (widget, "dem-dimmed");
}

static void
test_dimming (Fixture *f, gconstpointer data)
{
  g_assert_null (find_widget (f->list, is_dimmed, NULL));
  dem_focus_select (f->focus, ref_of (f, "objection"));
  settle ();
  g_assert_nonnull (find_widget (get_item_widget (f, "level 1, claim: The stray."), is_dimmed, NULL));
  g_assert_null (find_widget (get_item_widget (f, "level 1, against: The thesis. The objection."), is_dimmed, NULL));
}

static void
test_keys (Fixture *f, gconstpointer data)
{
  GtkWidget *ground = get_item_widget (f, "level 2, for: Good reason. The ground.");

  gtk_widget_grab_focus (ground);
  g_assert_true (gtk_widget_is_focus (ground));
  g_assert_true (press (f, GDK_KEY_Right, 0));
  g_assert_nonnull (find_item_widget (f, "level 3, for: The ground. The deep."));
  g_assert_true (press (f, GDK_KEY_Right, 0));
  g_assert_true (gtk_widget_is_focus (get_item_widget (f, "level 3, for: The ground. The deep.")));
  g_assert_false (press (f, GDK_KEY_Right, 0));
  g_assert_true (press (f, GDK_KEY_Left, 0));
  g_assert_true (gtk_widget_is_focus (get_item_widget (f, "level 2, for: Good reason. The ground.")));
  g_assert_true (press (f, GDK_KEY_Left, 0));
  g_assert_null (find_item_widget (f, "level 3, for: The ground. The deep."));
  g_assert_true (press (f, GDK_KEY_Return, GDK_CONTROL_MASK));
  assert_selection (f, "ground");
  g_assert_true (press (f, GDK_KEY_Return, GDK_CONTROL_MASK));
  assert_selection (f, "");
  g_assert_false (press (f, GDK_KEY_Left, GDK_ALT_MASK));
}

/* From right to left the arrows change places. */
static void
test_keys_rtl (Fixture *f, gconstpointer data)
{
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  gtk_widget_grab_focus (get_item_widget (f, "level 2, for: Good reason. The ground."));
  g_assert_true (press (f, GDK_KEY_Left, 0));
  g_assert_nonnull (find_item_widget (f, "level 3, for: The ground. The deep."));
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
test_moving_does_not_select (Fixture *f, gconstpointer data)
{
  GtkSelectionModel *model = gtk_list_view_get_model (GTK_LIST_VIEW (f->list));

  dem_claims_selection_set_held (DEM_CLAIMS_SELECTION (model), TRUE);
  gtk_selection_model_select_item (model, 1, TRUE);
  assert_selection (f, "");
  dem_claims_selection_set_held (DEM_CLAIMS_SELECTION (model), FALSE);
  gtk_selection_model_select_item (model, 1, TRUE);
  assert_selection (f, "reason");
}

/* The second place of a claim leads to the first, where its reasons stand. */
static void
test_follow (Fixture *f, gconstpointer data)
{
  GtkWidget *button = NULL;

  for (GtkWidget *item = gtk_widget_get_last_child (f->list); item != NULL && button == NULL;
       item = gtk_widget_get_prev_sibling (item))
    button = find_widget (item, is_button, "See its reasons");
  g_assert_nonnull (button);
  click (button);
  g_assert_true (gtk_widget_is_focus (get_item_widget (f, "level 2, for: Good reason. The ground.")));
}

static void
test_scenario (Fixture *f, gconstpointer data)
{
  GtkWidget *row;

  g_assert_true (shows (f->page, "No scenario"));
  g_assert_true (gtk_widget_activate_action (find_widget (f->page, is_text, "No scenario"), "what-if.choose", "s", "s"));
  settle ();
  g_assert_cmpuint (dem_focus_get_scenario (f->focus), ==, ref_of (f, "s").index);
  row = get_item_widget (f, "level 3, for: The ground. The deep.");
  g_assert_true (shows (row, "0.90"));
  g_assert_true (shows (row, "set by the scenario"));
  assert_spoken (row, "level 3, for: The ground. The deep., strength 0.90, was 0.50, set by the scenario");
  g_assert_true (shows (f->page, "Suppose"));
  g_assert_true (shows (f->page, "That it is so."));
  g_assert_true (shows (f->page, "1 assumption, 5 claims changed"));
  dem_focus_set_scenario (f->focus, DEM_NO_INDEX);
  settle ();
  g_assert_false (shows (f->page, "That it is so."));
  g_assert_true (shows (get_item_widget (f, "level 3, for: The ground. The deep."), "0.50"));
}

static void
test_swap (Fixture *f, gconstpointer data)
{
  g_autoptr (DemDossier) again = open_text (argument_page_text);
  g_autoptr (DemDossier) nothing = open_text ("{\"format\": \"demarche-dossier\", \"version\": 1, \"id\": \"urn:x:z\","
                                              "\"title\": \"Z\"}");

  dem_focus_select (f->focus, ref_of (f, "deep"));
  dem_focus_swap (f->focus, again);
  settle ();
  g_assert_true (is_selected (get_item_widget (f, "level 3, for: The ground. The deep.")));
  dem_focus_open (f->focus, nothing);
  settle ();
  g_assert_true (shows (f->page, "No Argument"));
  g_assert_false (shows (f->page, "No scenario"));
}

/* ---- Bad input ---- */

static gboolean
begins_with (GtkWidget *widget, gconstpointer beginning)
{
  return GTK_IS_LABEL (widget) && g_str_has_prefix (gtk_label_get_text (GTK_LABEL (widget)), beginning);
}

/* No thesis, or more than one: said, and the best candidate named. */
static void
test_remarks (Fixture *f, gconstpointer data)
{
  g_autoptr (DemDossier) none = open_argument ("a\nb\ns: a supports b\nu: b undercuts s\nv: b supports b", NULL);
  g_autoptr (DemDossier) two = open_argument ("a | 'kind': 'thesis'\nb | 'kind': 'thesis'\ns: a attacks b", NULL);

  g_assert_null (find_widget (f->page, begins_with, "No claim is called the thesis"));
  dem_focus_open (f->focus, none);
  wait_for_cruxes (f);
  g_assert_nonnull (find_widget (
      f->page, is_text, "No claim is called the thesis. The rest bears most on “b”, which is taken for it here."));
  g_assert_true (shows (f->page, "In place of a thesis: b"));
  dem_focus_open (f->focus, two);
  wait_for_cruxes (f);
  g_assert_true (shows (f->page, "There are 2 theses; what hangs on what is told of the first, “a”."));
}

/* Strengths that are no single number. */
static void
test_undecided (Fixture *f, gconstpointer data)
{
  g_autoptr (DemDossier) dossier = open_argument (
      "t 0.5 | 'kind': 'thesis'\na 0.8\ns: a supports t | 'needs': {'before': [{'item': 'e'}, {'date': '2001'}]}",
      "'events': [{'id': 'e', 'title': 'The fair', 'when': '2001-05'}]");
  GtkWidget *row;

  dem_focus_open (f->focus, dossier);
  settle ();
  row = get_item_widget (f, "thesis: t");
  g_assert_true (shows (row, "0.50–0.90"));
  g_assert_true (shows (row, "undecided because of dates"));
  assert_spoken (row, "thesis: t, strength between 0.50 and 0.90, undecided because of dates, 1 reason");
}

/* ---- Large ---- */

#define MANY 10000

static DemDossier *
open_many (void)
{
  g_autoptr (GString) json = g_string_new ("{\"format\": \"demarche-dossier\", \"version\": 1, \"id\": \"urn:x:y\","
                                           "\"title\": \"T\", \"claims\": [");

  for (guint i = 0; i < MANY; i++)
    g_string_append_printf (json, "%s{\"id\": \"c%u\", \"kind\": \"%s\", \"text\": \"Claim %u\"}", i > 0 ? "," : "", i,
                            i > 0 ? "claim" : "thesis", i);
  g_string_append (json, "], \"inferences\": [");
  for (guint i = 1; i < MANY; i++)
    g_string_append_printf (json, "%s{\"id\": \"i%u\", \"kind\": \"supports\", \"from\": [\"c%u\"], \"to\": \"c%u\"}",
                            i > 1 ? "," : "", i, i, i - 1);
  g_string_append (json, "]}");
  return open_text (json->str);
}

/* A chain of ten thousand reasons, all unfolded, makes widgets for what is on screen only. */
static void
test_many (Fixture *f, gconstpointer data)
{
  g_autoptr (DemDossier) many = open_many ();
  GType type = DEM_TYPE_ARGUMENT_ROW;

  dem_focus_open (f->focus, many);
  dem_focus_select (f->focus, DEM_REF (CLAIM, MANY - 1));
  settle ();
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (f->list)))), ==,
                    MANY);
  g_assert_true (is_selected (get_item_widget (f, "level 9999, for: Claim 9998. Claim 9999")));
  g_assert_cmpuint (count_widgets (f->list, has_type, &type), <, 400);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD_TEST ("/argument-page/rows", test_rows);
  ADD_TEST ("/argument-page/row-contents", test_row_contents);
  ADD_TEST ("/argument-page/citations", test_citations);
  ADD_TEST ("/argument-page/select-in-list", test_select_in_list);
  ADD_TEST ("/argument-page/select-elsewhere", test_select_elsewhere);
  ADD_TEST ("/argument-page/dimming", test_dimming);
  ADD_TEST ("/argument-page/keys", test_keys);
  ADD_TEST ("/argument-page/keys-rtl", test_keys_rtl);
  ADD_TEST ("/argument-page/moving-does-not-select", test_moving_does_not_select);
  ADD_TEST ("/argument-page/follow", test_follow);
  ADD_TEST ("/argument-page/scenario", test_scenario);
  ADD_TEST ("/argument-page/swap", test_swap);
  ADD_TEST ("/argument-page/remarks", test_remarks);
  ADD_TEST ("/argument-page/undecided", test_undecided);
  ADD_TEST ("/argument-page/many", test_many);
  return g_test_run ();
}
