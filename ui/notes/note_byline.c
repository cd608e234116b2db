/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/notes/note_byline.h"

#include <glib/gi18n-lib.h>

#include "ui/notes/note_words.h"

struct _DemNoteByline
{
  GtkWidget parent_instance;

  GtkWidget *button;
  GtkWidget *lock;
  GtkWidget *label;
  GtkWidget *creator;
  GtkWidget *is_private;
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (DemNoteByline, dem_note_byline, GTK_TYPE_WIDGET)

enum
{
  CREATOR_EDITED,
  PRIVATE_EDITED,
  DELETE,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

static void
on_creator (DemNoteByline *self)
{
  if (!self->setting)
    g_signal_emit (self, signals[CREATOR_EDITED], 0);
}

static void
on_private (DemNoteByline *self)
{
  if (!self->setting)
    g_signal_emit (self, signals[PRIVATE_EDITED], 0);
}

static void
on_delete (DemNoteByline *self)
{
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  g_signal_emit (self, signals[DELETE], 0);
}

const char *
dem_note_byline_get_creator (DemNoteByline *self)
{
  const char *text;

  g_return_val_if_fail (DEM_IS_NOTE_BYLINE (self), NULL);

  text = gtk_editable_get_text (GTK_EDITABLE (self->creator));
  return text[0] != '\0' ? text : NULL;
}

gboolean
dem_note_byline_get_private (DemNoteByline *self)
{
  g_return_val_if_fail (DEM_IS_NOTE_BYLINE (self), FALSE);

  return gtk_check_button_get_active (GTK_CHECK_BUTTON (self->is_private));
}

void
dem_note_byline_set (DemNoteByline *self, DemNote *note)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *when = NULL, *words = NULL, *spoken = NULL;
  const char *creator;

  g_return_if_fail (DEM_IS_NOTE_BYLINE (self));
  g_return_if_fail (DEM_IS_NOTE (note));

  creator = dem_note_get_creator (note);
  when = dem_note_dup_when (dem_note_get_created (note), now);
  /* Translators: who wrote a note, and when: "Ana, today 10:42". */
  words = creator != NULL ? g_strdup_printf (_ ("%s, %s"), creator, when) : g_strdup (when);
  /* Translators: the name of the button that says who wrote a note and when. */
  spoken = g_strdup_printf (_ ("Author and more: %s"), words);
  gtk_label_set_text (GTK_LABEL (self->label), words);
  gtk_widget_set_visible (self->lock, dem_note_is_private (note));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  self->setting = TRUE;
  if (g_strcmp0 (dem_note_byline_get_creator (self), creator) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->creator), creator != NULL ? creator : "");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->is_private), dem_note_is_private (note));
  self->setting = FALSE;
}

/* ---- The widget ---- */

static GtkWidget *
create_popover (DemNoteByline *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *label = gtk_label_new_with_mnemonic (_ ("_Author"));
  GtkWidget *delete = gtk_button_new_with_mnemonic (_ ("_Delete Note"));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "note-kind");
  self->creator = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->creator), _ ("Nobody named"));
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), self->creator);
  self->is_private = gtk_check_button_new_with_mnemonic (_ ("_Private: leaves only when asked for"));
  gtk_widget_add_css_class (delete, "destructive-action");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), self->creator);
  gtk_box_append (GTK_BOX (box), self->is_private);
  gtk_box_append (GTK_BOX (box), delete);
  gtk_widget_add_css_class (box, "note-options");
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_signal_connect_object (self->creator, "changed", G_CALLBACK (on_creator), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->is_private, "toggled", G_CALLBACK (on_private), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (delete, "clicked", G_CALLBACK (on_delete), self, G_CONNECT_SWAPPED);
  return popover;
}

static void
dem_note_byline_dispose (GObject *object)
{
  g_clear_pointer (&DEM_NOTE_BYLINE (object)->button, gtk_widget_unparent);

  G_OBJECT_CLASS (dem_note_byline_parent_class)->dispose (object);
}

static void
dem_note_byline_class_init (DemNoteBylineClass *klass)
{
  static const char *const names[N_SIGNALS] = { "creator-edited", "private-edited", "delete" };

  G_OBJECT_CLASS (klass)->dispose = dem_note_byline_dispose;
  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], DEM_TYPE_NOTE_BYLINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
dem_note_byline_init (DemNoteByline *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  self->lock = gtk_image_new_from_icon_name ("changes-prevent-symbolic");
  self->label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_START);
  gtk_label_set_max_width_chars (GTK_LABEL (self->label), 24);
  gtk_box_append (GTK_BOX (box), self->lock);
  gtk_box_append (GTK_BOX (box), self->label);
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), create_popover (self));
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "note-byline");
  gtk_widget_set_tooltip_text (self->button, _ ("Author, private, delete"));
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

GtkWidget *
dem_note_byline_new (void)
{
  return g_object_new (DEM_TYPE_NOTE_BYLINE, NULL);
}
