/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/briefing/open_questions.h"

#include <glib/gi18n-lib.h>

#include "app/argument/schemes.h"
#include "app/focus/relevance.h"

#define MOST 12 /* nobody can look through more while speaking */

struct _DemOpenQuestions
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *scroller;
  GtkWidget *list;

  DemTalk *talk;
  guint refresh; /* source */
};

G_DEFINE_FINAL_TYPE (DemOpenQuestions, dem_open_questions, GTK_TYPE_WIDGET)

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
append (DemOpenQuestions *self, const DemScheme *scheme, guint number, const char *answer)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  const char *title = dem_scheme_get_title (scheme);
  /* Translators: a kind of reasoning, and what the reader has written about a question to it. */
  g_autofree char *under = answer != NULL ? g_strdup_printf (_ ("%s · your note: “%s”"), title, answer)
                                          : g_strdup_printf (_ ("%s · no answer noted"), title);

  gtk_widget_add_css_class (row, "question");
  gtk_box_append (GTK_BOX (row), make_label (dem_scheme_get_question (scheme, number), NULL));
  gtk_box_append (GTK_BOX (row), make_label (under, "caption"));
  gtk_widget_add_css_class (gtk_widget_get_last_child (row), "dim-label");
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static guint
append_step (DemOpenQuestions *self, DemNotebook *notebook, const DemInference *step, guint room)
{
  const DemScheme *scheme = dem_scheme_find (step->scheme);
  guint n = scheme != NULL ? MIN (dem_scheme_get_n_questions (scheme), room) : 0;

  for (guint i = 0; i < n; i++)
    append (self, scheme, i, notebook != NULL ? dem_notebook_get_answer (notebook, step->item.id, i + 1) : NULL);
  return n;
}

static gboolean
on_refresh (gpointer data)
{
  DemOpenQuestions *self = data;
  DemFocus *focus = dem_talk_get_focus (self->talk);
  DemDossier *dossier = dem_focus_get_dossier (focus);
  DemRelevance *relevance = dossier != NULL ? dem_focus_get_relevance (focus) : NULL;
  DemNotebook *notebook = dem_briefing_get_notebook (dem_talk_get_briefing (self->talk));
  GtkWidget *row;
  guint n = 0;

  self->refresh = 0;
  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  for (guint i = 0; relevance != NULL && n < MOST && i < dem_dossier_count (dossier, DEM_KIND_INFERENCE); i++)
    if (dem_relevance_contains (relevance, DEM_REF (INFERENCE, i)))
      n += append_step (self, notebook, dem_dossier_inference (dossier, i), MOST - n);
  gtk_widget_set_visible (self->box, n > 0);
  return G_SOURCE_REMOVE;
}

/* After the frame in which the stop changes, which has enough to do. */
static void
refresh_soon (DemOpenQuestions *self)
{
  if (self->refresh == 0)
    self->refresh = g_timeout_add (300, on_refresh, self);
}

static void
dem_open_questions_dispose (GObject *object)
{
  DemOpenQuestions *self = DEM_OPEN_QUESTIONS (object);

  g_clear_handle_id (&self->refresh, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->talk);
  G_OBJECT_CLASS (dem_open_questions_parent_class)->dispose (object);
}

static void
dem_open_questions_class_init (DemOpenQuestionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dem_open_questions_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
dem_open_questions_init (DemOpenQuestions *self)
{
  const char *title = _ ("Questions on what is shown");

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->list = gtk_list_box_new ();
  self->scroller = gtk_scrolled_window_new ();
  gtk_box_append (GTK_BOX (self->box), make_label (title, "caption-heading"));
  gtk_box_append (GTK_BOX (self->box), self->scroller);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller), 190);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_set_visible (self->box, FALSE);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
dem_open_questions_new (DemTalk *talk)
{
  DemOpenQuestions *self = g_object_new (DEM_TYPE_OPEN_QUESTIONS, NULL);
  DemNotebook *notebook = dem_briefing_get_notebook (dem_talk_get_briefing (talk));

  self->talk = g_object_ref (talk);
  g_signal_connect_object (dem_talk_get_focus (talk), "changed", G_CALLBACK (refresh_soon), self, G_CONNECT_SWAPPED);
  if (notebook != NULL)
    g_signal_connect_object (notebook, "changed", G_CALLBACK (refresh_soon), self, G_CONNECT_SWAPPED);
  refresh_soon (self);
  return GTK_WIDGET (self);
}
