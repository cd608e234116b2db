/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/common/cursor_voice.h"

struct _DemCursorVoice
{
  GtkWidget parent_instance;

  char *label;
};

G_DEFINE_FINAL_TYPE (DemCursorVoice, dem_cursor_voice, GTK_TYPE_WIDGET)

static void
dem_cursor_voice_finalize (GObject *object)
{
  g_free (DEM_CURSOR_VOICE (object)->label);
  G_OBJECT_CLASS (dem_cursor_voice_parent_class)->finalize (object);
}

static void
dem_cursor_voice_class_init (DemCursorVoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dem_cursor_voice_finalize;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "dem-voice");
}

static void
dem_cursor_voice_init (DemCursorVoice *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
dem_cursor_voice_new (void)
{
  return g_object_new (DEM_TYPE_CURSOR_VOICE, NULL);
}

const char *
dem_cursor_voice_get_label (DemCursorVoice *self)
{
  g_return_val_if_fail (DEM_IS_CURSOR_VOICE (self), NULL);

  return self->label;
}

void
dem_cursor_voice_set_label (DemCursorVoice *self, const char *label)
{
  g_return_if_fail (DEM_IS_CURSOR_VOICE (self));

  if (g_strcmp0 (self->label, label) == 0)
    return;
  g_free (self->label);
  self->label = g_strdup (label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label != NULL ? label : "",
                                  -1);
}
