/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/question_row.h"

#include <glib/gi18n-lib.h>

/* How long after the last key the answer is kept, in milliseconds. */
#define PAUSE 1000

#define EDITOR_HEIGHT 72

/* Where there is more room they take it; a popover is measured by them. */
#define LABEL_CHARS 32

struct _DemQuestionRow
{
  GtkListBoxRow parent_instance;

  GtkWidget *box;
  GtkWidget *question;
  GtkWidget *answer;
  GtkWidget *state;
  GtkWidget *editor; /* NULL unless it is open */
  GtkWidget *text;   /* in the editor */

  DemNotebook *notebook; /* nullable */
  char *inference;
  guint number;
  guint pause; /* source that keeps what was typed, 0 for none */
};

G_DEFINE_FINAL_TYPE (DemQuestionRow, dem_question_row, GTK_TYPE_LIST_BOX_ROW)

static const char *
get_answer (DemQuestionRow *self)
{
  return self->notebook != NULL ? dem_notebook_get_answer (self->notebook, self->inference, self->number) : NULL;
}

/* ---- What is shown ---- */

static void
show_answer (DemQuestionRow *self)
{
  const char *answer = get_answer (self);
  const char *state = answer != NULL ? _ ("answered") : _ ("open");
  /* Translators: a question, whether it is answered, and the answer if there is one. */
  g_autofree char *spoken = g_strdup_printf (_ ("%s %s %s"), gtk_label_get_text (GTK_LABEL (self->question)), state,
                                             answer != NULL ? answer : "");

  gtk_label_set_text (GTK_LABEL (self->answer), answer != NULL ? answer : "");
  gtk_widget_set_visible (self->answer, answer != NULL && self->editor == NULL);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->state),
                                answer != NULL ? "object-select-symbolic" : "dem-question-symbolic");
  gtk_widget_set_tooltip_text (self->state, state);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static char *
dup_typed (DemQuestionRow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* ---- Keeping what was typed ---- */

static void
keep (DemQuestionRow *self)
{
  g_autofree char *typed = NULL;

  if (self->pause == 0)
    return;
  g_clear_handle_id (&self->pause, g_source_remove);
  typed = dup_typed (self);
  dem_notebook_answer (self->notebook, self->inference, self->number, typed);
}

static gboolean
on_pause (gpointer data)
{
  keep (data);
  return G_SOURCE_REMOVE;
}

static void
on_typed (DemQuestionRow *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add (PAUSE, on_pause, self);
}

/* Undo, or the same question in another window. */
static void
on_notebook_changed (DemQuestionRow *self)
{
  const char *answer = get_answer (self);

  if (self->editor != NULL && self->pause == 0)
    {
      g_autofree char *typed = dup_typed (self);

      if (g_strcmp0 (answer != NULL ? answer : "", typed) != 0)
        gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text)), answer != NULL ? answer : "", -1);
      g_clear_handle_id (&self->pause, g_source_remove); /* it was not the reader who typed that */
    }
  show_answer (self);
}

/* ---- The editor ---- */

static void
close_editor (DemQuestionRow *self)
{
  if (self->editor == NULL)
    return;
  keep (self);
  gtk_box_remove (GTK_BOX (self->box), self->editor);
  self->editor = NULL;
  self->text = NULL;
  show_answer (self);
}

static gboolean
on_key_pressed (DemQuestionRow *self, guint keyval, guint keycode, GdkModifierType modifiers)
{
  gboolean enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter;

  if (keyval != GDK_KEY_Escape && !(enter && (modifiers & GDK_CONTROL_MASK)))
    return GDK_EVENT_PROPAGATE;
  close_editor (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  return GDK_EVENT_STOP;
}

static void
add_controllers (DemQuestionRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->text, keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (keep), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->text, focus);
}

void
dem_question_row_edit (DemQuestionRow *self)
{
  const char *answer;
  GtkTextBuffer *buffer;

  g_return_if_fail (DEM_IS_QUESTION_ROW (self));

  if (self->notebook == NULL || self->editor != NULL)
    return;
  answer = get_answer (self);
  self->text = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->text), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->text), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (GTK_LABEL (self->question)), -1);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  gtk_text_buffer_set_enable_undo (buffer, FALSE); /* the notebook has one undo for everything */
  gtk_text_buffer_set_text (buffer, answer != NULL ? answer : "", -1);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (on_typed), self, G_CONNECT_SWAPPED);
  add_controllers (self);
  self->editor = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->editor), EDITOR_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->editor), self->text);
  gtk_widget_add_css_class (self->editor, "dem-answer-editor");
  gtk_box_append (GTK_BOX (self->box), self->editor);
  show_answer (self);
  gtk_widget_grab_focus (self->text);
}

/* ---- The object ---- */

static void
dem_question_row_dispose (GObject *object)
{
  DemQuestionRow *self = DEM_QUESTION_ROW (object);

  if (self->editor != NULL)
    keep (self);
  g_clear_object (&self->notebook);

  G_OBJECT_CLASS (dem_question_row_parent_class)->dispose (object);
}

static void
dem_question_row_finalize (GObject *object)
{
  g_free (DEM_QUESTION_ROW (object)->inference);

  G_OBJECT_CLASS (dem_question_row_parent_class)->finalize (object);
}

static void
dem_question_row_class_init (DemQuestionRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dem_question_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = dem_question_row_finalize;
}

static GtkWidget *
create_label (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), LABEL_CHARS);
  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

static void
dem_question_row_init (DemQuestionRow *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_add_css_class (self->box, "dem-details-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), self->box);
  self->state = gtk_image_new ();
  gtk_widget_set_valign (self->state, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (line), self->state);
  self->question = create_label ();
  gtk_box_append (GTK_BOX (line), self->question);
  gtk_box_append (GTK_BOX (self->box), line);
  self->answer = create_label ();
  gtk_widget_add_css_class (self->answer, "dem-answer");
  gtk_box_append (GTK_BOX (self->box), self->answer);
}

GtkWidget *
dem_question_row_new (DemNotebook *notebook, const char *inference, guint number, const char *question)
{
  DemQuestionRow *self;

  g_return_val_if_fail (inference != NULL && number > 0 && question != NULL, NULL);

  self = g_object_new (DEM_TYPE_QUESTION_ROW, NULL);
  g_set_object (&self->notebook, notebook);
  self->inference = g_strdup (inference);
  self->number = number;
  gtk_label_set_text (GTK_LABEL (self->question), question);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), notebook != NULL);
  if (notebook != NULL)
    {
      gtk_widget_set_tooltip_text (GTK_WIDGET (self), _ ("Answer this question"));
      g_signal_connect_object (notebook, "changed", G_CALLBACK (on_notebook_changed), self, G_CONNECT_SWAPPED);
    }
  show_answer (self);
  return GTK_WIDGET (self);
}
