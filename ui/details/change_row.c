/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/details/change_row.h"

#include <glib/gi18n-lib.h>

#include "ui/common/stance_sample.h"
#include "ui/common/wrap_layout.h"
#include "ui/details/spread_layout.h"

struct _DemChangeRow
{
  GtkListBoxRow parent_instance;

  guint32 pair;
};

G_DEFINE_FINAL_TYPE (DemChangeRow, dem_change_row, GTK_TYPE_LIST_BOX_ROW)

static void
dem_change_row_class_init (DemChangeRowClass *klass)
{
}

static void
dem_change_row_init (DemChangeRow *self)
{
}

static GtkWidget *
create_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* Whose standing, and when. */
static GtkWidget *
create_head (const char *name, const char *date)
{
  GtkWidget *head
      = g_object_new (GTK_TYPE_BOX, "layout-manager", g_object_new (DEM_TYPE_SPREAD_LAYOUT, NULL), NULL);
  GtkWidget *when = create_label (date, "dim-label");

  gtk_widget_add_css_class (when, "numeric");
  gtk_box_append (GTK_BOX (head), create_label (name, NULL));
  gtk_box_append (GTK_BOX (head), when);
  return head;
}

static void
append_stance (GtkWidget *line, DemStance stance)
{
  if (stance != DEM_STANCE_NONE)
    gtk_box_append (GTK_BOX (line), dem_stance_sample_new (stance));
  gtk_box_append (GTK_BOX (line), create_label (dem_stance_get_word (stance), "caption"));
}

/* From which stance to which. */
static GtkWidget *
create_step (DemStance before, DemStance after)
{
  GtkWidget *line = g_object_new (GTK_TYPE_BOX, "layout-manager", dem_wrap_layout_new (7, 0), NULL);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  gtk_image_set_pixel_size (GTK_IMAGE (arrow), 12);
  append_stance (line, before);
  gtk_box_append (GTK_BOX (line), arrow);
  append_stance (line, after);
  return line;
}

static void
on_event_clicked (GtkWidget *button, DemFocus *focus)
{
  guint32 event = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "event"));

  dem_focus_select (focus, DEM_REF (EVENT, event));
}

static GtkWidget *
create_event_link (const DemDetails *details, guint32 event)
{
  g_autofree char *name = dem_dossier_dup_label (details->dossier, DEM_REF (EVENT, event));
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_LINK, NULL);

  gtk_button_set_child (GTK_BUTTON (button), create_label (name, NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "dem-event-link");
  g_object_set_data (G_OBJECT (button), "event", GUINT_TO_POINTER (event));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_event_clicked), details->focus, 0);
  return button;
}

static gboolean
has_event (const DemRelation *relation, guint32 event)
{
  for (guint i = 0; i < relation->n_events; i++)
    if (relation->events[i] == event)
      return TRUE;
  return FALSE;
}

/* What began the new phase; where nobody tells of one, what both phases name, or what ended the old. */
static void
append_events (GtkWidget *box, const DemDetails *details, const DemStandingChange *change)
{
  guint32 phase = change->after != DEM_NO_INDEX ? change->after : change->before;
  const DemRelation *relation = dem_dossier_relation (details->dossier, phase);
  GtkWidget *line;

  if (relation->n_events == 0)
    return;
  line = g_object_new (GTK_TYPE_BOX, "layout-manager", dem_wrap_layout_new (2, 0), NULL);
  for (guint i = 0; i < relation->n_events; i++)
    {
      const DemEvent *event = dem_dossier_event (details->dossier, relation->events[i]);
      gboolean ended = change->before != DEM_NO_INDEX
                       && has_event (dem_dossier_relation (details->dossier, change->before), relation->events[i]);
      /* A phase names all that kept it going: only what may have come at its beginning changed it. */
      if (ended || !dem_edtf_is_dated (&event->when) || event->when.start_min <= relation->when.start_max)
        gtk_box_append (GTK_BOX (line), create_event_link (details, relation->events[i]));
    }
  gtk_box_append (GTK_BOX (box), line);
  gtk_widget_set_visible (line, gtk_widget_get_first_child (line) != NULL);
}

GtkWidget *
dem_change_row_new (const DemDetails *details, const DemStandingChange *change)
{
  DemChangeRow *self = g_object_new (DEM_TYPE_CHANGE_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *name = dem_dossier_dup_label (details->dossier, DEM_REF (ACTOR, change->other));
  g_autofree char *date = dem_standing_change_dup_date (details->dossier, change);
  DemStance before = dem_standing_classify (details->dossier, change->before);
  DemStance after = dem_standing_classify (details->dossier, change->after);
  /* Translators: a screen reader says who changed, from which stance to which, and when. */
  g_autofree char *spoken = g_strdup_printf (_("%s, from %s to %s, %s"), name, dem_stance_get_word (before),
                                             dem_stance_get_word (after), date);

  self->pair = change->pair;
  gtk_widget_add_css_class (box, "dem-details-row");
  gtk_box_append (GTK_BOX (box), create_head (name, date));
  gtk_box_append (GTK_BOX (box), create_step (before, after));
  append_events (box, details, change);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return GTK_WIDGET (self);
}

guint32
dem_change_row_get_pair (DemChangeRow *self)
{
  g_return_val_if_fail (DEM_IS_CHANGE_ROW (self), DEM_NO_INDEX);

  return self->pair;
}
