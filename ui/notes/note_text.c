/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/notes/note_text.h"

#include <string.h>

#include "ui/common/widget_style.h"

/* Longer texts are shown as they are: looking through them would keep a key waiting. */
#define STYLED_MOST 20000 /* characters */

#define BULLET "- "
#define ADDRESS "https://"

struct _DemNoteText
{
  GtkTextView parent_instance;

  GtkTextTag *tags[7]; /* in the order of the flags of DemMarkdownStyle */
  gboolean setting;    /* it is not the reader who changes the text */
  guint restyle;       /* source */
};

G_DEFINE_FINAL_TYPE (DemNoteText, dem_note_text, GTK_TYPE_TEXT_VIEW)

static guint edited_signal;

static GtkTextBuffer *
get_buffer (DemNoteText *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
}

char *
dem_note_text_dup_text (DemNoteText *self)
{
  GtkTextIter start, end;

  g_return_val_if_fail (DEM_IS_NOTE_TEXT (self), NULL);

  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);
  return gtk_text_buffer_get_text (get_buffer (self), &start, &end, TRUE);
}

/* ---- How it looks ---- */

/* Goes on from one place in the text to another near it: bytes are what the runs count, characters what the buffer does. */
static void
go_to (const char *text, guint bytes, guint *at_bytes, int *at_characters)
{
  *at_characters += (int) g_utf8_pointer_to_offset (text + *at_bytes, text + bytes);
  *at_bytes = bytes;
}

static void
apply_runs (DemNoteText *self, const char *text, GArray *runs)
{
  GtkTextBuffer *buffer = get_buffer (self);
  guint at_bytes = 0;
  int at = 0;

  for (guint i = 0; i < runs->len; i++)
    {
      const DemMarkdownRun *run = &g_array_index (runs, DemMarkdownRun, i);
      GtkTextIter start, end;

      go_to (text, run->start, &at_bytes, &at);
      gtk_text_buffer_get_iter_at_offset (buffer, &start, at);
      go_to (text, run->end, &at_bytes, &at);
      gtk_text_buffer_get_iter_at_offset (buffer, &end, at);
      gtk_text_buffer_apply_tag (buffer, self->tags[g_bit_nth_lsf (run->style, -1)], &start, &end);
    }
}

static gboolean
on_restyle (gpointer data)
{
  DemNoteText *self = data;
  g_autofree char *text = NULL;
  GtkTextIter start, end;

  self->restyle = 0;
  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);
  gtk_text_buffer_remove_all_tags (get_buffer (self), &start, &end);
  if (gtk_text_buffer_get_char_count (get_buffer (self)) > STYLED_MOST)
    return G_SOURCE_REMOVE;
  text = dem_note_text_dup_text (self);
  {
    g_autoptr (GArray) runs = dem_markdown_find_styles (text);

    apply_runs (self, text, runs);
  }
  return G_SOURCE_REMOVE;
}

static void
on_changed (DemNoteText *self)
{
  if (self->restyle == 0)
    self->restyle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_restyle, self, NULL);
  if (!self->setting)
    g_signal_emit (self, edited_signal, 0);
}

static void
update_colors (DemNoteText *self)
{
  const DemPalette *palette = dem_widget_get_palette (GTK_WIDGET (self));

  g_object_set (self->tags[4], "foreground-rgba", &palette->dim, NULL);
  g_object_set (self->tags[5], "foreground-rgba", &palette->accent, NULL);
  g_object_set (self->tags[6], "foreground-rgba", &palette->dim, NULL);
}

static void
create_tags (DemNoteText *self)
{
  GtkTextBuffer *buffer = get_buffer (self);

  self->tags[0] = gtk_text_buffer_create_tag (buffer, NULL, "weight", PANGO_WEIGHT_BOLD, NULL);
  self->tags[1] = gtk_text_buffer_create_tag (buffer, NULL, "style", PANGO_STYLE_ITALIC, NULL);
  self->tags[2] = gtk_text_buffer_create_tag (buffer, NULL, "family", "monospace", NULL);
  self->tags[3] = gtk_text_buffer_create_tag (buffer, NULL, "weight", PANGO_WEIGHT_BOLD, "scale", 1.15, NULL);
  self->tags[4] = gtk_text_buffer_create_tag (buffer, NULL, "style", PANGO_STYLE_ITALIC, NULL);
  self->tags[5] = gtk_text_buffer_create_tag (buffer, NULL, "underline", PANGO_UNDERLINE_SINGLE, NULL);
  self->tags[6] = gtk_text_buffer_create_tag (buffer, NULL, NULL, NULL);
  update_colors (self);
}

/* ---- Another text ---- */

void
dem_note_text_set_text (DemNoteText *self, const char *text)
{
  GtkTextBuffer *buffer;
  g_autofree char *old = NULL;
  const char *a, *b, *old_end, *new_end;
  GtkTextIter start, end;

  g_return_if_fail (DEM_IS_NOTE_TEXT (self));
  g_return_if_fail (text != NULL);

  buffer = get_buffer (self);
  old = dem_note_text_dup_text (self);
  if (g_str_equal (old, text))
    return;
  for (a = old, b = text; *a != '\0' && g_utf8_get_char (a) == g_utf8_get_char (b);
       a = g_utf8_next_char (a), b = g_utf8_next_char (b))
    ;
  old_end = old + strlen (old);
  new_end = text + strlen (text);
  while (old_end > a && new_end > b
         && g_utf8_get_char (g_utf8_prev_char (old_end)) == g_utf8_get_char (g_utf8_prev_char (new_end)))
    {
      old_end = g_utf8_prev_char (old_end);
      new_end = g_utf8_prev_char (new_end);
    }
  self->setting = TRUE;
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) g_utf8_pointer_to_offset (old, a));
  gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) g_utf8_pointer_to_offset (old, old_end));
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, b, (int) (new_end - b));
  gtk_text_buffer_place_cursor (buffer, &start);
  gtk_text_buffer_end_user_action (buffer);
  self->setting = FALSE;
}

/* ---- Signs ---- */

static gboolean
has_before (const GtkTextIter *at, const char *sign)
{
  GtkTextIter start = *at;
  g_autofree char *text = NULL;

  if (!gtk_text_iter_backward_chars (&start, (int) strlen (sign)))
    return FALSE;
  text = gtk_text_iter_get_text (&start, at);
  return g_str_equal (text, sign);
}

static gboolean
has_after (const GtkTextIter *at, const char *sign)
{
  GtkTextIter end = *at;
  g_autofree char *text = NULL;

  gtk_text_iter_forward_chars (&end, (int) strlen (sign));
  text = gtk_text_iter_get_text (at, &end);
  return g_str_equal (text, sign);
}

static void
delete_chars (GtkTextBuffer *buffer, int offset, int n)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, offset);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, offset + n);
  gtk_text_buffer_delete (buffer, &start, &end);
}

static void
insert_at (GtkTextBuffer *buffer, int offset, const char *text)
{
  GtkTextIter at;

  gtk_text_buffer_get_iter_at_offset (buffer, &at, offset);
  gtk_text_buffer_insert (buffer, &at, text, -1);
}

static void
select_range (DemNoteText *self, int from, int to)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (get_buffer (self), &start, from);
  gtk_text_buffer_get_iter_at_offset (get_buffer (self), &end, to);
  gtk_text_buffer_select_range (get_buffer (self), &end, &start);
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self), gtk_text_buffer_get_insert (get_buffer (self)));
}

void
dem_note_text_toggle (DemNoteText *self, DemMarkdownStyle style)
{
  GtkTextBuffer *buffer;
  const char *sign = style == DEM_MARKDOWN_BOLD ? "**" : "*";
  int n = (int) strlen (sign), from, to;
  GtkTextIter start, end;

  g_return_if_fail (DEM_IS_NOTE_TEXT (self));
  g_return_if_fail (style == DEM_MARKDOWN_BOLD || style == DEM_MARKDOWN_ITALIC);

  buffer = get_buffer (self);
  gtk_text_buffer_get_selection_bounds (buffer, &start, &end);
  from = gtk_text_iter_get_offset (&start);
  to = gtk_text_iter_get_offset (&end);
  gtk_text_buffer_begin_user_action (buffer);
  if (has_before (&start, sign) && has_after (&end, sign)
      && (style == DEM_MARKDOWN_BOLD || !has_before (&start, "**") || has_before (&start, "***")))
    {
      delete_chars (buffer, to, n);
      delete_chars (buffer, from - n, n);
      select_range (self, from - n, to - n);
    }
  else
    {
      insert_at (buffer, to, sign);
      insert_at (buffer, from, sign);
      select_range (self, from + n, to + n);
    }
  gtk_text_buffer_end_user_action (buffer);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static gboolean
line_is_item (GtkTextBuffer *buffer, int line)
{
  GtkTextIter at;

  gtk_text_buffer_get_iter_at_line (buffer, &at, line);
  return has_after (&at, BULLET);
}

void
dem_note_text_toggle_list (DemNoteText *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;
  gboolean all = TRUE;
  int first, last;

  g_return_if_fail (DEM_IS_NOTE_TEXT (self));

  buffer = get_buffer (self);
  gtk_text_buffer_get_selection_bounds (buffer, &start, &end);
  first = gtk_text_iter_get_line (&start);
  last = gtk_text_iter_get_line (&end);
  for (int line = first; line <= last; line++)
    all = all && line_is_item (buffer, line);
  gtk_text_buffer_begin_user_action (buffer);
  for (int line = first; line <= last; line++)
    {
      gtk_text_buffer_get_iter_at_line (buffer, &start, line);
      if (all)
        delete_chars (buffer, gtk_text_iter_get_offset (&start), (int) strlen (BULLET));
      else if (!line_is_item (buffer, line))
        gtk_text_buffer_insert (buffer, &start, BULLET, -1);
    }
  gtk_text_buffer_end_user_action (buffer);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

void
dem_note_text_add_link (DemNoteText *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;
  int from, to;

  g_return_if_fail (DEM_IS_NOTE_TEXT (self));

  buffer = get_buffer (self);
  gtk_text_buffer_get_selection_bounds (buffer, &start, &end);
  from = gtk_text_iter_get_offset (&start);
  to = gtk_text_iter_get_offset (&end);
  gtk_text_buffer_begin_user_action (buffer);
  insert_at (buffer, to, "](" ADDRESS ")");
  insert_at (buffer, from, "[");
  gtk_text_buffer_end_user_action (buffer);
  if (from == to)
    select_range (self, from + 1, from + 1);
  else
    select_range (self, to + 3, to + 3 + (int) strlen (ADDRESS));
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* ---- Keys ---- */

/* What the line of the cursor begins with if it is a list item, and whether it is nothing more. */
static char *
dup_item_start (DemNoteText *self, gboolean *empty)
{
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextIter start, end;
  g_autofree char *line = NULL;
  gsize indent, n;
  guint64 number;
  char *after;

  gtk_text_buffer_get_iter_at_mark (buffer, &end, gtk_text_buffer_get_insert (buffer));
  start = end;
  gtk_text_iter_set_line_offset (&start, 0);
  line = gtk_text_iter_get_text (&start, &end);
  indent = strspn (line, " ");
  n = indent;
  if (line[n] != '\0' && strchr ("-*+", line[n]) != NULL && line[n + 1] == ' ')
    {
      *empty = line[n + 2] == '\0';
      return g_strndup (line, n + 2);
    }
  number = g_ascii_strtoull (line + n, &after, 10);
  if (!g_ascii_isdigit (line[n]) || number > 999999 || (*after != '.' && *after != ')') || after[1] != ' ')
    return NULL;
  *empty = after[2] == '\0';
  return g_strdup_printf ("%.*s%" G_GUINT64_FORMAT "%c ", (int) indent, line, number + 1, *after);
}

/* Return goes on with a list; on an item in which nothing is written it ends the list. */
static gboolean
on_key_pressed (DemNoteText *self, guint keyval, guint keycode, GdkModifierType state)
{
  GtkTextBuffer *buffer = get_buffer (self);
  g_autofree char *start = NULL;
  gboolean empty = FALSE;

  if ((keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter)
      || (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK)) != 0
      || gtk_text_buffer_get_has_selection (buffer))
    return GDK_EVENT_PROPAGATE;
  start = dup_item_start (self, &empty);
  if (start == NULL)
    return GDK_EVENT_PROPAGATE;
  gtk_text_buffer_begin_user_action (buffer);
  if (empty)
    {
      GtkTextIter from, to;

      gtk_text_buffer_get_iter_at_mark (buffer, &to, gtk_text_buffer_get_insert (buffer));
      from = to;
      gtk_text_iter_set_line_offset (&from, 0);
      gtk_text_buffer_delete (buffer, &from, &to);
    }
  else
    {
      gtk_text_buffer_insert_at_cursor (buffer, "\n", 1);
      gtk_text_buffer_insert_at_cursor (buffer, start, -1);
    }
  gtk_text_buffer_end_user_action (buffer);
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self), gtk_text_buffer_get_insert (buffer));
  return GDK_EVENT_STOP;
}

static void
on_style_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dem_note_text_toggle (DEM_NOTE_TEXT (widget),
                        g_str_equal (name, "note.bold") ? DEM_MARKDOWN_BOLD : DEM_MARKDOWN_ITALIC);
}

static void
on_list_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dem_note_text_toggle_list (DEM_NOTE_TEXT (widget));
}

static void
on_link_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dem_note_text_add_link (DEM_NOTE_TEXT (widget));
}

/* ---- The object ---- */

static void
dem_note_text_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (dem_note_text_parent_class)->css_changed (widget, change);
  if (DEM_NOTE_TEXT (widget)->tags[6] != NULL)
    update_colors (DEM_NOTE_TEXT (widget));
}

static void
dem_note_text_dispose (GObject *object)
{
  g_clear_handle_id (&DEM_NOTE_TEXT (object)->restyle, g_source_remove);

  G_OBJECT_CLASS (dem_note_text_parent_class)->dispose (object);
}

static void
dem_note_text_class_init (DemNoteTextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dem_note_text_dispose;
  widget_class->css_changed = dem_note_text_css_changed;

  edited_signal
      = g_signal_new ("edited", DEM_TYPE_NOTE_TEXT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "note.bold", NULL, on_style_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_b, GDK_CONTROL_MASK, "note.bold", NULL);
  gtk_widget_class_install_action (widget_class, "note.italic", NULL, on_style_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_i, GDK_CONTROL_MASK, "note.italic", NULL);
  gtk_widget_class_install_action (widget_class, "note.list", NULL, on_list_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_l, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "note.list", NULL);
  gtk_widget_class_install_action (widget_class, "note.link", NULL, on_link_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_k, GDK_CONTROL_MASK, "note.link", NULL);
}

static void
dem_note_text_init (DemNoteText *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkTextView *view = GTK_TEXT_VIEW (self);

  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_buffer_set_enable_undo (get_buffer (self), FALSE);
  create_tags (self);
  g_signal_connect_object (get_buffer (self), "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_MULTI_LINE, TRUE, -1);
}

GtkWidget *
dem_note_text_new (void)
{
  return g_object_new (DEM_TYPE_NOTE_TEXT, NULL);
}
