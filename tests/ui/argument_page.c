/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The argument page: what its rows show and say, selection both ways, keys, scenarios; and the outline as a picture. */

#include <math.h>

#include "tests/support/argument.h"
#include "tests/support/fixture.h"
#include "tests/support/refs.h"
#include "tests/support/widgets.h"
#include "ui/argument/argument_page.h"
#include "ui/argument/argument_row.h"
#include "ui/argument/argument_scene.h"
#include "ui/argument/credence_toggles.h"
#include "ui/argument/outline_selection.h"
#include "ui/common/explanation.h"
#include "ui/common/sign.h"

#define CLAIM(id, kind, rest) "{\"id\": \"" id "\", \"kind\": \"" kind "\", \"text\": \"The " id ".\"" rest "}"
#define STEP(id, kind, from, to) \
  "{\"id\": \"" id "\", \"kind\": \"" kind "\", \"from\": [" from "], \"to\": \"" to "\"}"

static const char text[]
    = "{\"format\": \"demarche-dossier\", \"version\": 1, \"id\": \"urn:x:y\", \"title\": \"T\", \"today\": \"2020-01-01\","
      "\"sources\": [{\"id\": \"paper\", \"type\": \"article\", \"title\": \"A Paper\", \"paragraphs\": 9},"
      "{\"id\": \"book\", \"type\": \"book\", \"title\": \"A Book\"}],"
      "\"actors\": [{\"id\": \"pat\", \"name\": \"Pat Person\", \"kind\": \"person\"}],"
      "\"claims\": ["
      CLAIM ("thesis", "thesis", ", \"by\": \"pat\"") ","
      CLAIM ("reason", "claim", ", \"label\": \"Good reason\", \"by\": \"pat\", \"credence\": 0.7,"
                                "\"cites\": [{\"source\": \"paper\", \"locator\": \"7\"}, {\"source\": \"book\"}]") ","
      CLAIM ("companion", "claim", "") ","
      CLAIM ("ground", "fact", "") ","
      CLAIM ("deep", "fact", "") ","
      CLAIM ("objection", "objection", "") ","
      CLAIM ("breaker", "claim", "") ","
      CLAIM ("stray", "claim", "") "],"
      "\"inferences\": ["
      STEP ("i1", "supports", "\"reason\", \"companion\"", "thesis") ","
      STEP ("i2", "supports", "\"ground\"", "reason") ","
      STEP ("i3", "supports", "\"deep\"", "ground") ","
      STEP ("i4", "attacks", "\"objection\"", "thesis") ","
      STEP ("i5", "undercuts", "\"breaker\"", "i4") ","
      STEP ("i6", "supports", "\"ground\"", "objection") "],"
      "\"scenarios\": [{\"id\": \"s\", \"title\": \"Suppose\", \"summary\": \"That it is so.\", \"assume\": {\"deep\": 0.9}}]}";

typedef struct
{
  GtkWindow *window;
  GtkWidget *page;
  GtkWidget *list;
  DemDossier *dossier;
  DemFocus *focus;
  DemNotebook *notebook;
  DemEvaluator *evaluator;
} Fixture;

/* What the window does. */
static void
evaluate (Fixture *f)
{
  DemDossier *dossier = dem_focus_get_dossier (f->focus);
  g_autoptr (GArray) assumptions = dem_notebook_dup_assumptions (f->notebook, dossier);
  g_autoptr (GArray) starts = dem_notebook_dup_starts (f->notebook, dossier);
  const DemWhatIf what_if = { dem_focus_get_scenario (f->focus), assumptions->len, starts->len,
                              (const DemAssumption *) (gpointer) assumptions->data,
                              (const DemAssumption *) (gpointer) starts->data };

  dem_evaluator_set (f->evaluator, dossier, &what_if);
}

static void
on_focus_changed (DemFocus *focus, DemFocusChange what, Fixture *f)
{
  evaluate (f);
}

static void
on_notebook_changed (DemNotebook *notebook, Fixture *f)
{
  evaluate (f);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  GType type = GTK_TYPE_LIST_VIEW;

  f->dossier = open_text (text);
  f->focus = dem_focus_new ();
  dem_focus_open (f->focus, f->dossier);
  f->page = dem_argument_page_new ();
  dem_argument_page_set_focus (DEM_ARGUMENT_PAGE (f->page), f->focus);
  f->notebook = dem_notebook_open ("urn:x:y");
  f->evaluator = dem_evaluator_new ();
  dem_argument_page_set_evaluator (DEM_ARGUMENT_PAGE (f->page), f->evaluator);
  dem_argument_page_set_notebook (DEM_ARGUMENT_PAGE (f->page), f->notebook);
  g_signal_connect (f->focus, "changed", G_CALLBACK (on_focus_changed), f);
  g_signal_connect (f->notebook, "changed", G_CALLBACK (on_notebook_changed), f);
  evaluate (f);
  f->window = show_in_window (f->page);
  f->list = find_widget (f->page, has_type, &type);
  g_assert_nonnull (f->list);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gtk_window_destroy (f->window);
  settle ();
  g_assert_finalize_object (f->focus);
  /* Its worker may be at work still. */
  g_object_add_weak_pointer (G_OBJECT (f->evaluator), (gpointer *) &f->evaluator);
  g_object_unref (f->evaluator);
  while (f->evaluator != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_finalize_object (f->notebook);
  g_object_unref (f->dossier);
}

static DemRef
ref_of (Fixture *f, const char *id)
{
  return find_item (f->dossier, id);
}

/* What a screen reader says of a row. */
static char *
dup_spoken (GtkWidget *item)
{
  return gtk_test_accessible_check_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, "\001", NULL);
}

/* The list's own widget for the row that a screen reader calls so before it tells the strength, or NULL. */
static GtkWidget *
find_item_widget (Fixture *f, const char *label)
{
  g_autofree char *beginning = g_strconcat (label, ", strength", NULL);

  for (GtkWidget *item = gtk_widget_get_first_child (f->list); item != NULL; item = gtk_widget_get_next_sibling (item))
    {
      g_autofree char *spoken = dup_spoken (item);

      if (spoken != NULL && (g_str_has_prefix (spoken, beginning)) && gtk_widget_get_child_visible (item))
        return item;
    }
  return NULL;
}

static void
assert_spoken (GtkWidget *item, const char *expected)
{
  g_autofree char *spoken = dup_spoken (item);

  g_assert_cmpstr (spoken, ==, expected);
}

static GtkWidget *
get_item_widget (Fixture *f, const char *label)
{
  GtkWidget *item = find_item_widget (f, label);

  if (item == NULL)
    g_error ("No row is called “%s”", label);
  return item;
}

static gboolean
is_selected (GtkWidget *item)
{
  return (gtk_widget_get_state_flags (item) & GTK_STATE_FLAG_SELECTED) != 0;
}

static void
assert_selection (Fixture *f, const char *ids)
{
  guint n = 0;
  const DemRef *selection = dem_focus_get_selection (f->focus, &n);

  assert_refs (f->dossier, selection, n, ids);
}

/* Presses a key as the list's own controller gets it. */
static gboolean
press (Fixture *f, guint keyval, GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (f->list);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller)
          && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, modifiers, &handled);
    }
  settle ();
  return handled;
}

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

static void
test_row_contents (Fixture *f, gconstpointer data)
{
  GtkWidget *row = get_item_widget (f, "level 1, for: The thesis. Good reason");

  g_assert_true (shows (row, "Good reason"));
  g_assert_true (shows (row, "0.86"));
  g_assert_true (shows (row, "Pat Person"));
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

  dem_outline_selection_set_held (DEM_OUTLINE_SELECTION (model), TRUE);
  gtk_selection_model_select_item (model, 1, TRUE);
  assert_selection (f, "");
  dem_outline_selection_set_held (DEM_OUTLINE_SELECTION (model), FALSE);
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

/* ---- What if ---- */

static GtkWidget *
find_toggle (GtkWidget *item, const char *label)
{
  GType type = DEM_TYPE_CREDENCE_TOGGLES;
  GtkWidget *toggles = find_widget (item, has_type, &type);

  for (GtkWidget *toggle = gtk_widget_get_first_child (toggles); toggle != NULL; toggle = gtk_widget_get_next_sibling (toggle))
    {
      g_autofree char *fault = gtk_test_accessible_check_property (GTK_ACCESSIBLE (toggle),
                                                                   GTK_ACCESSIBLE_PROPERTY_LABEL, label, NULL);

      if (fault == NULL)
        return toggle;
    }
  g_error ("There is no “%s”", label);
}

static gboolean
is_pressed (Fixture *f, const char *row, const char *toggle)
{
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (find_toggle (get_item_widget (f, row), toggle)));
}

#define GROUND "level 2, for: Good reason. The ground."

static void
test_toggles (Fixture *f, gconstpointer data)
{
  click (find_toggle (get_item_widget (f, GROUND), "Reject"));
  g_assert_cmpfloat (dem_notebook_get_assumption (f->notebook, "ground"), ==, 0.05);
  assert_spoken (get_item_widget (f, GROUND), GROUND ", strength 0.05, was 0.55, set by you, 1 reason");
  g_assert_true (is_pressed (f, GROUND, "Reject"));
  /* The same claim elsewhere. */
  g_assert_true (is_pressed (f, "level 2, for: The objection. The ground.", "Reject"));
  g_assert_true (shows (f->page, "Your own what-if"));

  click (find_toggle (get_item_widget (f, GROUND), "Accept"));
  g_assert_cmpfloat (dem_notebook_get_assumption (f->notebook, "ground"), ==, 0.95);
  g_assert_false (is_pressed (f, GROUND, "Reject"));
  click (find_toggle (get_item_widget (f, GROUND), "Accept"));
  g_assert_true (isnan (dem_notebook_get_assumption (f->notebook, "ground")));
  g_assert_false (shows (f->page, "Your own what-if"));
  dem_undo_undo (dem_notebook_get_undo (f->notebook));
  settle ();
  g_assert_true (is_pressed (f, GROUND, "Accept"));
}

static void
test_judging_keys (Fixture *f, gconstpointer data)
{
  gtk_widget_grab_focus (get_item_widget (f, GROUND));
  g_assert_true (press (f, GDK_KEY_a, 0));
  g_assert_true (is_pressed (f, GROUND, "Accept"));
  g_assert_true (press (f, GDK_KEY_D, GDK_SHIFT_MASK));
  g_assert_true (is_pressed (f, GROUND, "Doubt"));
  g_assert_false (press (f, GDK_KEY_a, GDK_CONTROL_MASK));
  g_assert_true (press (f, GDK_KEY_r, 0));
  g_assert_true (is_pressed (f, GROUND, "Reject"));
  g_assert_true (gtk_widget_is_focus (get_item_widget (f, GROUND)));
  g_assert_true (press (f, GDK_KEY_0, 0));
  g_assert_cmpuint (dem_notebook_count_judgements (f->notebook), ==, 0);
}

/* A screen reader that listens to the row also hears what became of the thesis. */
static void
test_news (Fixture *f, gconstpointer data)
{
  GtkWidget *row = get_item_widget (f, GROUND);

  gtk_widget_grab_focus (row);
  press (f, GDK_KEY_r, 0);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "The thesis is at 0.36, was 0.22; 4 claims changed");
  press (f, GDK_KEY_0, 0);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "The thesis is at 0.22, was 0.36; 0 claims changed");
}

static void
test_reset_all (Fixture *f, gconstpointer data)
{
  GtkWidget *reset;

  dem_notebook_assume (f->notebook, "ground", 0.95);
  dem_notebook_set_start (f->notebook, "deep", 0.2);
  settle ();
  g_assert_true (shows (f->page, "1 assumption, 1 starting value of your own, 5 claims changed"));
  reset = find_widget (f->page, is_button, "Rese_t");
  g_assert_nonnull (reset);
  g_assert_true (gtk_widget_activate_action (reset, "argument.reset-all", NULL));
  settle ();
  g_assert_cmpuint (dem_notebook_count_judgements (f->notebook), ==, 0);
  g_assert_false (shows (f->page, "Your own what-if"));
  g_assert_false (gtk_widget_activate_action (f->page, "argument.reset-all", NULL)
                  && dem_notebook_count_judgements (f->notebook) > 0);
}

/* Reasons for what is fixed count for nothing, and look it. */
static gboolean
is_idle (GtkWidget *widget, gconstpointer data)
{
  return gtk_widget_has_css_class (widget, "dem-idle");
}

static void
test_idle (Fixture *f, gconstpointer data)
{
  g_assert_null (find_widget (f->list, is_idle, NULL));
  dem_notebook_assume (f->notebook, "reason", 0.95);
  settle ();
  g_assert_nonnull (find_widget (get_item_widget (f, GROUND), is_idle, NULL));
  g_assert_null (find_widget (get_item_widget (f, "level 1, for: The thesis. Good reason"), is_idle, NULL));
}

/* ---- What it hangs on ---- */

static gboolean
is_cruxes_button (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_TOGGLE_BUTTON (widget) && g_strcmp0 (gtk_widget_get_tooltip_text (widget), "What the thesis hangs on") == 0;
}

static void
wait_for_cruxes (Fixture *f)
{
  while (dem_evaluator_get_cruxes (f->evaluator) == NULL)
    g_main_context_iteration (NULL, TRUE);
  settle ();
}

static void
test_cruxes (Fixture *f, gconstpointer data)
{
  GtkToggleButton *button = GTK_TOGGLE_BUTTON (find_widget (f->page, is_cruxes_button, NULL));
  GType type = GTK_TYPE_LIST_BOX;
  GtkWidget *list;

  gtk_toggle_button_set_active (button, TRUE);
  wait_for_cruxes (f);
  g_assert_true (shows (f->page, "It leans on these"));
  g_assert_true (shows (f->page, "It gains if one of these is false"));
  g_assert_true (shows (f->page, "It leans on these sources") || shows (f->page, "Good reason"));
  list = find_widget (f->page, has_type, &type);
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  settle ();
  assert_selection (f, "reason");
  g_assert_false (gtk_toggle_button_get_active (button));
  g_assert_true (is_selected (get_item_widget (f, "level 1, for: The thesis. Good reason")));
}

/* ---- Why ---- */

static void
test_explanation (Fixture *f, gconstpointer data)
{
  GtkWidget *explanation
      = g_object_ref_sink (dem_explanation_new (f->focus, f->evaluator, f->notebook, ref_of (f, "objection")));
  GType type = GTK_TYPE_SPIN_BUTTON;
  GtkWidget *spin;

  g_assert_true (shows (explanation, "Its reasons lift it from 0.10 to 0.60."));
  g_assert_true (shows (explanation, "Strength 0.60"));
  g_assert_true (shows (explanation, "The ground."));
  g_assert_true (shows (explanation, "adds much: +0.50"));
  dem_notebook_assume (f->notebook, "ground", 0.05);
  g_assert_true (shows (explanation, "Strength 0.15; without the what-if 0.60"));
  g_assert_true (shows (explanation, "adds a little: +0.05, was +0.50"));

  spin = find_widget (explanation, has_type, &type);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), 0.4);
  g_assert_cmpfloat (dem_notebook_get_start (f->notebook, "objection"), ==, 0.4);
  g_assert_true (shows (explanation, "Yours; the dossier says 0.10."));
  dem_notebook_reset_all_claims (f->notebook);
  g_assert_cmpfloat (gtk_spin_button_get_value (GTK_SPIN_BUTTON (spin)), ==, 0.1);
  g_assert_true (shows (explanation, "By default, so that belief comes from its reasons."));
  g_assert_finalize_object (explanation);
}

static void
test_explanation_key (Fixture *f, gconstpointer data)
{
  GType type = DEM_TYPE_EXPLANATION;
  GtkWidget *explanation;

  gtk_widget_grab_focus (get_item_widget (f, GROUND));
  g_assert_true (press (f, GDK_KEY_e, 0));
  explanation = find_widget (get_item_widget (f, GROUND), has_type, &type);
  g_assert_nonnull (explanation);
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (explanation, GTK_TYPE_POPOVER)));
  settle ();
}

static void
test_swap (Fixture *f, gconstpointer data)
{
  g_autoptr (DemDossier) again = open_text (text);
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

/* ---- The scene ---- */

static DemScene *
create_scene (Fixture *f, double height, guint row)
{
  DemSceneInput input = { f->dossier, f->focus, dem_focus_get_relevance (f->focus), dem_palette_get (FALSE, FALSE),
                          gtk_widget_get_pango_context (f->page), 600, height };

  return height > 0 ? dem_argument_scene_new_from (&input, row) : NULL;
}

static double
measure (Fixture *f, double width)
{
  DemSceneInput input = { f->dossier, f->focus, dem_focus_get_relevance (f->focus), dem_palette_get (FALSE, FALSE),
                          gtk_widget_get_pango_context (f->page), width, 0 };

  return dem_argument_scene_measure_height (&input);
}

static void
test_scene (Fixture *f, gconstpointer data)
{
  double height = measure (f, 600);
  g_autoptr (DemScene) scene = create_scene (f, height, 0);
  g_autofree char *description = dem_scene_describe (scene, ref_of (f, "deep"));
  GtkSnapshot *snapshot = gtk_snapshot_new (), *ring_snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GskRenderNode) ring = NULL;
  graphene_rect_t bounds;
  const DemMark *marks;
  guint n = 0;

  g_assert_cmpfloat (measure (f, 90), >, height);
  g_assert_cmpuint (dem_argument_scene_get_next (DEM_ARGUMENT_SCENE (scene)), ==, 0);
  g_assert_cmpstr (description, ==, "level 3, for: The ground. The deep.");
  marks = dem_scene_get_marks (scene, &n);
  g_assert_cmpuint (n, ==, dem_dossier_count (f->dossier, DEM_KIND_CLAIM));
  for (guint i = 0; i < n; i++)
    {
      graphene_point_t centre;

      graphene_rect_get_center (&marks[i].bounds, &centre);
      g_assert_true (dem_ref_equal (dem_scene_hit (scene, centre.x, centre.y, 0), marks[i].ref));
      g_assert_cmpfloat (marks[i].bounds.origin.y + marks[i].bounds.size.height, <=, height + 0.5);
      g_assert_true (i == 0
                     || marks[i].bounds.origin.y
                            >= marks[i - 1].bounds.origin.y + marks[i - 1].bounds.size.height - 0.5);
    }
  g_assert_true (dem_ref_is_none (dem_scene_hit (scene, 300, height + 10, 0)));
  dem_scene_draw (scene, snapshot);
  dem_scene_draw_ring (scene, ring_snapshot, ref_of (f, "deep"));
  ring = gtk_snapshot_free_to_node (ring_snapshot);
  g_assert_nonnull (ring);
  node = gtk_snapshot_free_to_node (snapshot);
  gsk_render_node_get_bounds (node, &bounds);
  /* The ink of a letter may reach a pixel beyond its origin. */
  g_assert_cmpfloat (bounds.origin.x, >=, -1);
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, 601);
}

/* Pages in turn show every row once. */
static void
test_pages (Fixture *f, gconstpointer data)
{
  guint row = 0, n_pages = 0, n_marks = 0;

  do
    {
      g_autoptr (DemScene) scene = create_scene (f, 200, row);
      guint n = 0;

      dem_scene_get_marks (scene, &n);
      n_marks += n;
      n_pages++;
      g_assert_true (row == 0 || dem_argument_scene_get_next (DEM_ARGUMENT_SCENE (scene)) == 0
                     || dem_argument_scene_get_next (DEM_ARGUMENT_SCENE (scene)) > row);
      row = dem_argument_scene_get_next (DEM_ARGUMENT_SCENE (scene));
    }
  while (row != 0);
  g_assert_cmpuint (n_pages, >, 1);
  g_assert_cmpuint (n_marks, ==, dem_dossier_count (f->dossier, DEM_KIND_CLAIM));
}

/* A page too low for a single row still shows one, or pages would never end. */
static void
test_low_page (Fixture *f, gconstpointer data)
{
  g_autoptr (DemScene) scene = create_scene (f, 5, 2);

  g_assert_cmpuint (dem_argument_scene_get_next (DEM_ARGUMENT_SCENE (scene)), ==, 3);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(name, function) g_test_add ("/argument-page/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("rows", test_rows);
  ADD ("row-contents", test_row_contents);
  ADD ("citations", test_citations);
  ADD ("select-in-list", test_select_in_list);
  ADD ("select-elsewhere", test_select_elsewhere);
  ADD ("dimming", test_dimming);
  ADD ("keys", test_keys);
  ADD ("keys-rtl", test_keys_rtl);
  ADD ("moving-does-not-select", test_moving_does_not_select);
  ADD ("follow", test_follow);
  ADD ("scenario", test_scenario);
  ADD ("toggles", test_toggles);
  ADD ("judging-keys", test_judging_keys);
  ADD ("news", test_news);
  ADD ("reset-all", test_reset_all);
  ADD ("idle", test_idle);
  ADD ("cruxes", test_cruxes);
  ADD ("explanation", test_explanation);
  ADD ("explanation-key", test_explanation_key);
  ADD ("swap", test_swap);
  ADD ("remarks", test_remarks);
  ADD ("undecided", test_undecided);
  ADD ("many", test_many);
  ADD ("scene", test_scene);
  ADD ("pages", test_pages);
  ADD ("low-page", test_low_page);
  return g_test_run ();
}
