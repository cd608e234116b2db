/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/questions.h"

#include <glib/gi18n-lib.h>

#include "app/argument/schemes.h"
#include "ui/common/question_row.h"

struct _DemQuestions
{
  GtkWidget parent_instance;

  GtkWidget *head;
  GtkWidget *count;
  GtkWidget *list;

  DemNotebook *notebook; /* nullable */
  char *inference;
  guint n;
};

G_DEFINE_FINAL_TYPE (DemQuestions, dem_questions, GTK_TYPE_WIDGET)

static void
show_count (DemQuestions *self)
{
  guint n = self->notebook != NULL ? dem_notebook_count_answers (self->notebook, self->inference, self->n) : 0;
  /* Translators: how many questions there are, and how many of them are answered. */
  g_autofree char *text
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u, %u answered", "%u, %u answered", self->n), self->n, n);

  gtk_label_set_text (GTK_LABEL (self->count), text);
}

static void
on_row_activated (DemQuestions *self, GtkListBoxRow *row)
{
  dem_question_row_edit (DEM_QUESTION_ROW (row));
}

static gboolean
dem_questions_grab_focus (GtkWidget *widget)
{
  DemQuestions *self = DEM_QUESTIONS (widget);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0);

  for (guint i = 0; i < self->n && self->notebook != NULL; i++)
    if (dem_notebook_get_answer (self->notebook, self->inference, i + 1) == NULL)
      {
        row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) i);
        break;
      }
  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
dem_questions_dispose (GObject *object)
{
  DemQuestions *self = DEM_QUESTIONS (object);

  g_clear_pointer (&self->head, gtk_widget_unparent);
  g_clear_pointer (&self->list, gtk_widget_unparent);
  g_clear_object (&self->notebook);

  G_OBJECT_CLASS (dem_questions_parent_class)->dispose (object);
}

static void
dem_questions_finalize (GObject *object)
{
  g_free (DEM_QUESTIONS (object)->inference);

  G_OBJECT_CLASS (dem_questions_parent_class)->finalize (object);
}

static void
dem_questions_class_init (DemQuestionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dem_questions_dispose;
  G_OBJECT_CLASS (klass)->finalize = dem_questions_finalize;
  widget_class->grab_focus = dem_questions_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "section");
}

static void
dem_questions_init (DemQuestions *self)
{
  const char *title = _ ("Critical questions");
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "label", title,
                                     "xalign", 0.0, NULL);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  self->head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_widget_add_css_class (self->head, "dem-section-head");
  gtk_widget_set_parent (self->head, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (heading), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_LEVEL, 2, -1);
  gtk_widget_add_css_class (heading, "dem-strong");
  gtk_box_append (GTK_BOX (self->head), heading);
  self->count = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->count, "dim-label");
  gtk_widget_add_css_class (self->count, "caption");
  gtk_box_append (GTK_BOX (self->head), self->count);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (on_row_activated), self, G_CONNECT_SWAPPED);
}

GtkWidget *
dem_questions_new (DemNotebook *notebook, const DemInference *inference)
{
  const DemScheme *scheme = dem_scheme_find (inference->scheme);
  DemQuestions *self;

  if (scheme == NULL)
    return NULL;
  self = g_object_new (DEM_TYPE_QUESTIONS, NULL);
  g_set_object (&self->notebook, notebook);
  self->inference = g_strdup (inference->item.id);
  self->n = dem_scheme_get_n_questions (scheme);
  for (guint i = 0; i < self->n; i++)
    gtk_list_box_append (
        GTK_LIST_BOX (self->list),
        dem_question_row_new (notebook, inference->item.id, i + 1, dem_scheme_get_question (scheme, i)));
  if (notebook != NULL)
    g_signal_connect_object (notebook, "changed", G_CALLBACK (show_count), self, G_CONNECT_SWAPPED);
  show_count (self);
  return GTK_WIDGET (self);
}

/* ---- Counts ---- */

guint
dem_questions_count (DemNotebook *notebook, const DemInference *inference, guint *n_answered)
{
  const DemScheme *scheme = dem_scheme_find (inference->scheme);
  guint n = scheme != NULL ? dem_scheme_get_n_questions (scheme) : 0;

  *n_answered = notebook != NULL ? dem_notebook_count_answers (notebook, inference->item.id, n) : 0;
  return n;
}

char *
dem_questions_dup_open (DemNotebook *notebook, const DemInference *inference)
{
  guint n_answered;
  guint n = dem_questions_count (notebook, inference, &n_answered);

  n -= n_answered;
  if (n == 0)
    return NULL;
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u open question", "%u open questions", n), n);
}

char *
dem_questions_dup_spoken (DemNotebook *notebook, const DemInference *inference)
{
  guint n_answered;
  guint n = dem_questions_count (notebook, inference, &n_answered);

  if (n == 0)
    return NULL;
  /* Translators: how many of the critical questions are answered, and how many there are. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Critical questions: %u of %u answered",
                                       "Critical questions: %u of %u answered", n),
                          n_answered, n);
}
