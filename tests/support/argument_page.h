/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <math.h>

#include "tests/support/fixture.h"
#include "tests/support/refs.h"
#include "tests/support/widgets.h"
#include "ui/argument/argument_page.h"

/* An argument page in a window, with all that the program gives it, over a small dossier. */

#define CLAIM(id, kind, rest) "{\"id\": \"" id "\", \"kind\": \"" kind "\", \"text\": \"The " id ".\"" rest "}"
#define STEP(id, kind, from, to) \
  "{\"id\": \"" id "\", \"kind\": \"" kind "\", \"from\": [" from "], \"to\": \"" to "\"}"

static const char argument_page_text[]
    = "{\"format\": \"demarche-dossier\", \"version\": 1, \"id\": \"urn:x:y\", \"title\": \"T\", \"today\": \"2020-01-01\","
      "\"sources\": [{\"id\": \"paper\", \"type\": \"article\", \"title\": \"A Paper\", \"paragraphs\": 9},"
      "{\"id\": \"book\", \"type\": \"book\", \"title\": \"A Book\"}],"
      "\"actors\": [{\"id\": \"pat\", \"name\": \"Pat Person\", \"kind\": \"person\"},"
      "{\"id\": \"league\", \"name\": \"The League\", \"kind\": \"group\"}],"
      "\"claims\": ["
      CLAIM ("thesis", "thesis", ", \"by\": \"pat\"") ","
      CLAIM ("reason", "claim", ", \"label\": \"Good reason\", \"by\": \"pat\", \"credence\": 0.7,"
                                "\"cites\": [{\"source\": \"paper\", \"locator\": \"7\"}, {\"source\": \"book\"}]") ","
      CLAIM ("companion", "claim", "") ","
      CLAIM ("ground", "fact", "") ","
      CLAIM ("deep", "fact", ", \"by\": \"league\"") ","
      CLAIM ("objection", "objection", "") ","
      CLAIM ("breaker", "claim", "") ","
      CLAIM ("stray", "claim", "") "],"
      "\"inferences\": ["
      STEP ("i1", "supports", "\"reason\", \"companion\"", "thesis") ","
      "{\"id\": \"i2\", \"kind\": \"supports\", \"scheme\": \"sign\", \"from\": [\"ground\"], \"to\": \"reason\"},"
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
static inline void
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

static inline void
on_focus_changed (DemFocus *focus, DemFocusChange what, Fixture *f)
{
  evaluate (f);
}

static inline void
on_notebook_changed (DemNotebook *notebook, Fixture *f)
{
  evaluate (f);
}

static inline void
set_up (Fixture *f, gconstpointer data)
{
  GType type = GTK_TYPE_LIST_VIEW;

  f->dossier = open_text (argument_page_text);
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

static inline void
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

static inline DemRef
ref_of (Fixture *f, const char *id)
{
  return find_item (f->dossier, id);
}

/* What a screen reader says of a row. */
static inline char *
dup_spoken (GtkWidget *item)
{
  return gtk_test_accessible_check_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, "\001", NULL);
}

/* The list's own widget for the row that a screen reader calls so before it tells the strength, or NULL. */
static inline GtkWidget *
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

static inline void
assert_spoken (GtkWidget *item, const char *expected)
{
  g_autofree char *spoken = dup_spoken (item);

  g_assert_cmpstr (spoken, ==, expected);
}

static inline GtkWidget *
get_item_widget (Fixture *f, const char *label)
{
  GtkWidget *item = find_item_widget (f, label);

  if (item == NULL)
    g_error ("No row is called “%s”", label);
  return item;
}

static inline gboolean
is_selected (GtkWidget *item)
{
  return (gtk_widget_get_state_flags (item) & GTK_STATE_FLAG_SELECTED) != 0;
}

static inline void
assert_selection (Fixture *f, const char *ids)
{
  guint n = 0;
  const DemRef *selection = dem_focus_get_selection (f->focus, &n);

  assert_refs (f->dossier, selection, n, ids);
}

/* Presses a key as the list's own controller gets it. */
static inline gboolean
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

static inline void
wait_for_cruxes (Fixture *f)
{
  while (dem_evaluator_get_cruxes (f->evaluator) == NULL)
    g_main_context_iteration (NULL, TRUE);
  settle ();
}

#define ADD_TEST(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)
