/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/notes/note_colours.h"

#include <glib/gi18n-lib.h>

#include "ui/notes/note_words.h"

struct _DemNoteColours
{
  GtkWidget parent_instance;

  GtkWidget *buttons[DEM_N_NOTE_COLOURS];
  DemNoteColour colour;
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (DemNoteColours, dem_note_colours, GTK_TYPE_WIDGET)

static guint edited_signal;

static void
on_toggled (GtkToggleButton *button, DemNoteColours *self)
{
  g_assert (DEM_IS_NOTE_COLOURS (self));

  if (self->setting || !gtk_toggle_button_get_active (button))
    return;
  for (guint i = 0; i < DEM_N_NOTE_COLOURS; i++)
    if (self->buttons[i] == GTK_WIDGET (button))
      self->colour = (DemNoteColour) i;
  g_signal_emit (self, edited_signal, 0);
}

void
dem_note_colours_set (DemNoteColours *self, DemNoteColour colour)
{
  g_return_if_fail (DEM_IS_NOTE_COLOURS (self));
  g_return_if_fail (colour < DEM_N_NOTE_COLOURS);

  self->colour = colour;
  self->setting = TRUE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[colour]), TRUE);
  self->setting = FALSE;
}

DemNoteColour
dem_note_colours_get (DemNoteColours *self)
{
  g_return_val_if_fail (DEM_IS_NOTE_COLOURS (self), DEM_NOTE_AMBER);

  return self->colour;
}

static void
dem_note_colours_dispose (GObject *object)
{
  DemNoteColours *self = DEM_NOTE_COLOURS (object);

  for (guint i = 0; i < DEM_N_NOTE_COLOURS; i++)
    g_clear_pointer (&self->buttons[i], gtk_widget_unparent);

  G_OBJECT_CLASS (dem_note_colours_parent_class)->dispose (object);
}

static void
dem_note_colours_class_init (DemNoteColoursClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dem_note_colours_dispose;

  edited_signal
      = g_signal_new ("edited", DEM_TYPE_NOTE_COLOURS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "notecolours");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
dem_note_colours_init (DemNoteColours *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Colour"), -1);
  for (guint i = 0; i < DEM_N_NOTE_COLOURS; i++)
    {
      GtkWidget *button = gtk_toggle_button_new ();
      const char *word = dem_note_colour_get_word (i);

      self->buttons[i] = button;
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_add_css_class (button, dem_note_colour_get_class (i));
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_set_tooltip_text (button, word);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, word, -1);
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (self->buttons[0]));
      g_signal_connect_object (button, "toggled", G_CALLBACK (on_toggled), self, 0);
      gtk_widget_set_parent (button, GTK_WIDGET (self));
    }
  dem_note_colours_set (self, DEM_NOTE_AMBER);
}

GtkWidget *
dem_note_colours_new (void)
{
  return g_object_new (DEM_TYPE_NOTE_COLOURS, NULL);
}
