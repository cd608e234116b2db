/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/argument/credence_toggles.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "app/argument/what_if.h"
#include "ui/common/widget_style.h"

#define N_TOGGLES 3

struct _DemCredenceToggles
{
  GtkWidget parent_instance;

  GtkWidget *toggles[N_TOGGLES];
  gboolean showing; /* not the reader presses them, but we */
};

enum
{
  SIGNAL_JUDGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DemCredenceToggles, dem_credence_toggles, GTK_TYPE_WIDGET)

static const struct
{
  double strength;
  const char *icon; /* NULL: a question mark */
  const char *label;
  const char *tooltip;
} choices[N_TOGGLES] = {
  { DEM_STRENGTH_ACCEPTED, "object-select-symbolic", N_ ("Accept"), N_ ("What if it is true? (A)") },
  { DEM_STRENGTH_DOUBTED, NULL, N_ ("Doubt"), N_ ("What if nobody can say? (D)") },
  { DEM_STRENGTH_REJECTED, "window-close-symbolic", N_ ("Reject"), N_ ("What if it is false? (R)") },
};

static void
on_toggled (DemCredenceToggles *self, GtkToggleButton *toggle)
{
  double strength = NAN;

  if (self->showing)
    return;
  if (gtk_toggle_button_get_active (toggle))
    for (guint i = 0; i < N_TOGGLES; i++)
      if (self->toggles[i] == GTK_WIDGET (toggle))
        strength = choices[i].strength;
  dem_credence_toggles_set (self, strength);
  g_signal_emit (self, signals[SIGNAL_JUDGED], 0, strength);
}

static void
dem_credence_toggles_dispose (GObject *object)
{
  DemCredenceToggles *self = DEM_CREDENCE_TOGGLES (object);

  for (guint i = 0; i < N_TOGGLES; i++)
    g_clear_pointer (&self->toggles[i], gtk_widget_unparent);

  G_OBJECT_CLASS (dem_credence_toggles_parent_class)->dispose (object);
}

static void
dem_credence_toggles_class_init (DemCredenceTogglesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dem_credence_toggles_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "credence");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  signals[SIGNAL_JUDGED] = g_signal_new ("judged", DEM_TYPE_CREDENCE_TOGGLES, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_DOUBLE);
}

static void
dem_credence_toggles_init (DemCredenceToggles *self)
{
  for (guint i = 0; i < N_TOGGLES; i++)
    {
      GtkWidget *toggle = gtk_toggle_button_new ();

      if (choices[i].icon != NULL)
        gtk_button_set_icon_name (GTK_BUTTON (toggle), choices[i].icon);
      else
        gtk_button_set_label (GTK_BUTTON (toggle), "?");
      gtk_widget_set_tooltip_text (toggle, _ (choices[i].tooltip));
      gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ (choices[i].label), -1);
      gtk_widget_add_css_class (toggle, "flat");
      gtk_widget_set_parent (toggle, GTK_WIDGET (self));
      g_signal_connect_object (toggle, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
      self->toggles[i] = toggle;
    }
}

GtkWidget *
dem_credence_toggles_new (void)
{
  return g_object_new (DEM_TYPE_CREDENCE_TOGGLES, NULL);
}

void
dem_credence_toggles_set (DemCredenceToggles *self, double strength)
{
  gboolean set = FALSE;

  g_return_if_fail (DEM_IS_CREDENCE_TOGGLES (self));

  self->showing = TRUE;
  for (guint i = 0; i < N_TOGGLES; i++)
    {
      gboolean active = strength == choices[i].strength;

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->toggles[i]), active);
      set |= active;
    }
  self->showing = FALSE;
  dem_widget_set_css_class (GTK_WIDGET (self), "dem-set", set);
}
