/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/notes/note_editor.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ui/notes/note_byline.h"
#include "ui/notes/note_colours.h"
#include "ui/notes/note_tags.h"
#include "ui/notes/note_subjects.h"
#include "ui/notes/note_text.h"
#include "ui/notes/note_words.h"

/* Longer texts are kept a moment after the last key, for copying them takes a part of a frame. */
#define KEPT_AT_ONCE 20000 /* characters */
#define PAUSE 200          /* milliseconds */

#define TEXT_HEIGHT 120
#define TEXT_HEIGHT_MOST 320

struct _DemNoteEditor
{
  GtkWidget parent_instance;

  const DemNoteContext *context;
  DemNoteRow *row;
  GtkWidget *targets;
  GtkWidget *colours;
  GtkWidget *text;
  GtkWidget *tags;
  GtkWidget *byline;
  guint pause; /* source: what is typed is to be kept */
};

G_DEFINE_FINAL_TYPE (DemNoteEditor, dem_note_editor, GTK_TYPE_WIDGET)

static DemNote *
get_note (DemNoteEditor *self)
{
  return dem_note_row_get_note (self->row);
}

static const char *
get_id (DemNoteEditor *self)
{
  return dem_note_get_id (get_note (self));
}

static gboolean
is_draft (DemNoteEditor *self)
{
  return dem_note_row_is_draft (self->row);
}

/* ---- Changes, each as it is made ---- */

/* A draft is changed here, until something is written in it. */
static void
change_draft (DemNoteEditor *self, DemNote *note, gboolean written)
{
  g_autoptr (DemNote) changed = note;

  dem_note_row_set_note (self->row, changed);
  if (written)
    dem_note_list_adopt (self->context->list, self->row);
}

void
dem_note_editor_keep (DemNoteEditor *self)
{
  g_autofree char *text = NULL;

  g_return_if_fail (DEM_IS_NOTE_EDITOR (self));

  if (self->pause == 0)
    return;
  g_clear_handle_id (&self->pause, g_source_remove);
  text = dem_note_text_dup_text (DEM_NOTE_TEXT (self->text));
  if (is_draft (self))
    change_draft (self, dem_note_with_text (get_note (self), text), text[0] != '\0');
  else if (dem_notebook_get_note (self->context->notebook, get_id (self)) != NULL)
    dem_notebook_set_note_text (self->context->notebook, get_id (self), text);
}

static gboolean
on_pause (gpointer data)
{
  dem_note_editor_keep (data);
  return G_SOURCE_REMOVE;
}

static void
on_text_edited (DemNoteEditor *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));

  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add (PAUSE, on_pause, self);
  if (gtk_text_buffer_get_char_count (buffer) <= KEPT_AT_ONCE)
    dem_note_editor_keep (self);
}

static void
on_tags_edited (DemNoteEditor *self)
{
  const char *const *tags = dem_note_tags_get (DEM_NOTE_TAGS (self->tags));

  if (is_draft (self))
    change_draft (self, dem_note_with_tags (get_note (self), tags), TRUE);
  else
    dem_notebook_set_note_tags (self->context->notebook, get_id (self), tags);
}

static void
on_colour_edited (DemNoteEditor *self)
{
  DemNoteColour colour = dem_note_colours_get (DEM_NOTE_COLOURS (self->colours));

  if (is_draft (self))
    change_draft (self, dem_note_with_colour (get_note (self), colour), FALSE);
  else
    dem_notebook_set_note_colour (self->context->notebook, get_id (self), colour);
}

static void
on_targets_edited (DemNoteEditor *self)
{
  GPtrArray *targets = dem_note_subjects_get (DEM_NOTE_SUBJECTS (self->targets));

  if (is_draft (self))
    change_draft (self, dem_note_with_targets (get_note (self), targets), FALSE);
  else
    dem_notebook_set_note_targets (self->context->notebook, get_id (self), targets);
}

static void
on_creator_edited (DemNoteEditor *self)
{
  const char *creator = dem_note_byline_get_creator (DEM_NOTE_BYLINE (self->byline));

  gtk_widget_activate_action (GTK_WIDGET (self), "notes.author", "s", creator != NULL ? creator : "");
  if (is_draft (self))
    change_draft (self, dem_note_with_creator (get_note (self), creator), FALSE);
  else
    dem_notebook_set_note_creator (self->context->notebook, get_id (self), creator);
}

static void
on_private_edited (DemNoteEditor *self)
{
  gboolean is_private = dem_note_byline_get_private (DEM_NOTE_BYLINE (self->byline));

  if (is_draft (self))
    change_draft (self, dem_note_with_private (get_note (self), is_private), FALSE);
  else
    dem_notebook_set_note_private (self->context->notebook, get_id (self), is_private);
}

/* ---- The end ---- */

static void
finish (DemNoteEditor *self)
{
  g_autoptr (DemNoteRow) row = g_object_ref (self->row);

  dem_note_tags_commit (DEM_NOTE_TAGS (self->tags));
  dem_note_editor_keep (self);
  dem_notebook_end_typing (self->context->notebook);
  dem_note_list_finish (self->context->list, row);
}

static void
on_delete (DemNoteEditor *self)
{
  g_autoptr (DemNoteRow) row = g_object_ref (self->row);
  g_autofree char *id = g_strdup (get_id (self));

  dem_note_editor_keep (self);
  if (!dem_note_row_is_draft (row))
    dem_notebook_delete_note (self->context->notebook, id);
  else
    dem_note_list_finish (self->context->list, row);
}

static gboolean
on_key_pressed (DemNoteEditor *self, guint keyval, guint keycode, GdkModifierType state)
{
  gboolean enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter;

  /* What was typed last belongs to what can be undone. */
  if ((keyval == GDK_KEY_z || keyval == GDK_KEY_Z) && (state & GDK_CONTROL_MASK))
    dem_note_editor_keep (self);
  if (keyval != GDK_KEY_Escape && !(enter && (state & GDK_CONTROL_MASK)))
    return GDK_EVENT_PROPAGATE;
  finish (self);
  return GDK_EVENT_STOP;
}

/* ---- What is shown ---- */

void
dem_note_editor_update (DemNoteEditor *self)
{
  DemNote *note;
  GtkWidget *widget = GTK_WIDGET (self);

  g_return_if_fail (DEM_IS_NOTE_EDITOR (self));

  note = get_note (self);
  dem_note_subjects_set (DEM_NOTE_SUBJECTS (self->targets), dem_note_get_targets (note));
  dem_note_colours_set (DEM_NOTE_COLOURS (self->colours), dem_note_get_colour (note));
  if (self->pause == 0)
    dem_note_text_set_text (DEM_NOTE_TEXT (self->text), dem_note_get_text (note));
  dem_note_tags_set (DEM_NOTE_TAGS (self->tags), dem_note_get_tags (note));
  dem_note_byline_set (DEM_NOTE_BYLINE (self->byline), note);
  for (guint i = 0; i < DEM_N_NOTE_COLOURS; i++)
    gtk_widget_remove_css_class (widget, dem_note_colour_get_class (i));
  gtk_widget_add_css_class (widget, dem_note_colour_get_class (dem_note_get_colour (note)));
}

void
dem_note_editor_grab (DemNoteEditor *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter end;

  g_return_if_fail (DEM_IS_NOTE_EDITOR (self));

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_place_cursor (buffer, &end);
  gtk_widget_grab_focus (self->text);
}

/* ---- The widget ---- */

static void
on_tool (GtkButton *button, DemNoteEditor *self)
{
  const char *action = g_object_get_data (G_OBJECT (button), "action");

  g_assert (DEM_IS_NOTE_EDITOR (self));

  gtk_widget_activate_action (self->text, action, NULL);
}

static void
add_tool (DemNoteEditor *self, GtkWidget *bar, const char *icon, const char *action, const char *words, const char *key)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  /* Translators: a tool and its key: "Bold (Ctrl+B)". */
  g_autofree char *tooltip = g_strdup_printf (_ ("%s (%s)"), words, key);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data (G_OBJECT (button), "action", (gpointer) action);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_tool), self, 0);
  gtk_box_append (GTK_BOX (bar), button);
}

static GtkWidget *
create_head (DemNoteEditor *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *close = gtk_button_new_from_icon_name ("window-close-symbolic");

  self->targets = dem_note_subjects_new (self->context);
  gtk_widget_set_hexpand (self->targets, TRUE);
  gtk_widget_set_valign (self->targets, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (close, "flat");
  gtk_widget_set_valign (close, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (close, _ ("Finish (Esc)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (close), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Finish the note"), -1);
  g_signal_connect_object (close, "clicked", G_CALLBACK (finish), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (head), self->targets);
  gtk_box_append (GTK_BOX (head), close);
  gtk_widget_add_css_class (head, "note-head");
  return head;
}

static GtkWidget *
create_tools (DemNoteEditor *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);

  add_tool (self, bar, "format-text-bold-symbolic", "note.bold", _ ("Bold"), _ ("Ctrl+B"));
  add_tool (self, bar, "format-text-italic-symbolic", "note.italic", _ ("Italic"), _ ("Ctrl+I"));
  add_tool (self, bar, "view-list-bullet-symbolic", "note.list", _ ("List"), _ ("Ctrl+Shift+L"));
  add_tool (self, bar, "insert-link-symbolic", "note.link", _ ("Link"), _ ("Ctrl+K"));
  self->colours = dem_note_colours_new ();
  gtk_widget_set_hexpand (self->colours, TRUE);
  gtk_widget_set_halign (self->colours, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (bar), self->colours);
  gtk_widget_add_css_class (bar, "note-tools");
  return bar;
}

static GtkWidget *
create_text (DemNoteEditor *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkScrolledWindow *window = GTK_SCROLLED_WINDOW (scroller);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->text = dem_note_text_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Text of the note"),
                                  -1);
  g_signal_connect_object (focus, "leave", G_CALLBACK (dem_note_editor_keep), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->text, focus);
  gtk_scrolled_window_set_policy (window, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (window, TRUE);
  gtk_scrolled_window_set_min_content_height (window, TEXT_HEIGHT);
  gtk_scrolled_window_set_max_content_height (window, TEXT_HEIGHT_MOST);
  gtk_scrolled_window_set_child (window, self->text);
  gtk_widget_add_css_class (scroller, "note-writing");
  return scroller;
}

static GtkWidget *
create_foot (DemNoteEditor *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->tags = dem_note_tags_new ();
  gtk_widget_set_hexpand (self->tags, TRUE);
  self->byline = dem_note_byline_new ();
  gtk_widget_set_valign (self->byline, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (foot), self->tags);
  gtk_box_append (GTK_BOX (foot), self->byline);
  gtk_widget_add_css_class (foot, "note-foot");
  return foot;
}

static void
connect (DemNoteEditor *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_object (self->targets, "edited", G_CALLBACK (on_targets_edited), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->colours, "edited", G_CALLBACK (on_colour_edited), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->text, "edited", G_CALLBACK (on_text_edited), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tags, "edited", G_CALLBACK (on_tags_edited), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->byline, "creator-edited", G_CALLBACK (on_creator_edited), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->byline, "private-edited", G_CALLBACK (on_private_edited), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->byline, "delete", G_CALLBACK (on_delete), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
dem_note_editor_dispose (GObject *object)
{
  DemNoteEditor *self = DEM_NOTE_EDITOR (object);
  GtkWidget *child;

  if (self->pause != 0 && self->context->notebook != NULL)
    dem_note_editor_keep (self);
  g_clear_handle_id (&self->pause, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->row);

  G_OBJECT_CLASS (dem_note_editor_parent_class)->dispose (object);
}

static void
dem_note_editor_class_init (DemNoteEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dem_note_editor_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "noteeditor");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
dem_note_editor_init (DemNoteEditor *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Note"), -1);
}

GtkWidget *
dem_note_editor_new (const DemNoteContext *context, DemNoteRow *row)
{
  DemNoteEditor *self;
  g_autofree const char **known = NULL;

  g_return_val_if_fail (context != NULL, NULL);
  g_return_val_if_fail (DEM_IS_NOTE_ROW (row), NULL);

  self = g_object_new (DEM_TYPE_NOTE_EDITOR, NULL);
  self->context = context;
  self->row = g_object_ref (row);
  gtk_widget_set_parent (create_head (self), GTK_WIDGET (self));
  gtk_widget_set_parent (create_tools (self), GTK_WIDGET (self));
  gtk_widget_set_parent (create_text (self), GTK_WIDGET (self));
  gtk_widget_set_parent (create_foot (self), GTK_WIDGET (self));
  known = dem_note_index_list_tags (dem_notebook_get_note_index (context->notebook));
  dem_note_tags_set_known (DEM_NOTE_TAGS (self->tags), known);
  dem_note_editor_update (self);
  connect (self);
  return GTK_WIDGET (self);
}
