/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/note_badge.h"

#include <adwaita.h>
#include <math.h>

#include "ui/common/note_menu.h"

struct _DemNoteBadge
{
  GtkWidget parent_instance;

  GtkWidget *button;
  GtkWidget *sheet;
  DemNoteMarks *marks;   /* nullable */
  DemNoteTarget *target; /* nullable */
  DemNoteMark mark;
};

G_DEFINE_FINAL_TYPE (DemNoteBadge, dem_note_badge, GTK_TYPE_WIDGET)

/* ---- What is drawn ---- */

#define DEM_TYPE_NOTE_SHEET (dem_note_sheet_get_type ())
G_DECLARE_FINAL_TYPE (DemNoteSheet, dem_note_sheet, DEM, NOTE_SHEET, GtkWidget)

struct _DemNoteSheet
{
  GtkWidget parent_instance;

  DemNoteMark mark;
};

G_DEFINE_FINAL_TYPE (DemNoteSheet, dem_note_sheet, GTK_TYPE_WIDGET)

static void
dem_note_sheet_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                        int *minimum_baseline, int *natural_baseline)
{
  double width, height;

  dem_note_mark_measure (DEM_NOTE_SHEET (widget)->mark, gtk_widget_get_pango_context (widget), &width, &height);
  *minimum = *natural = (int) ceil (orientation == GTK_ORIENTATION_HORIZONTAL ? width : height);
}

static void
dem_note_sheet_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (widget));

  if (DEM_NOTE_SHEET (widget)->mark.n > 0)
    dem_note_mark_draw (DEM_NOTE_SHEET (widget)->mark, snapshot, gtk_widget_get_pango_context (widget),
                        dem_palette_get (adw_style_manager_get_dark (style), adw_style_manager_get_high_contrast (style)),
                        &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                             (float) gtk_widget_get_height (widget)));
}

static void
dem_note_sheet_class_init (DemNoteSheetClass *klass)
{
  GTK_WIDGET_CLASS (klass)->measure = dem_note_sheet_measure;
  GTK_WIDGET_CLASS (klass)->snapshot = dem_note_sheet_snapshot;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
dem_note_sheet_init (DemNoteSheet *self)
{
}

/* ---- The badge ---- */

static void
show (DemNoteBadge *self)
{
  g_autofree char *words = NULL;

  if (self->target == NULL || !dem_note_marks_find_target (self->marks, self->target, &self->mark))
    self->mark = (DemNoteMark){ 0 };
  gtk_widget_set_visible (GTK_WIDGET (self), self->mark.n > 0);
  if (self->mark.n == 0)
    return;
  words = dem_note_mark_dup_words (self->mark);
  DEM_NOTE_SHEET (self->sheet)->mark = self->mark;
  gtk_widget_queue_resize (self->sheet);
  gtk_widget_set_tooltip_text (self->button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
on_clicked (DemNoteBadge *self)
{
  if (self->target != NULL)
    dem_note_menu_show_target (GTK_WIDGET (self), self->target);
}

static void
set_marks (DemNoteBadge *self, DemNoteMarks *marks)
{
  if (self->marks == marks)
    return;
  if (self->marks != NULL)
    g_signal_handlers_disconnect_by_func (self->marks, show, self);
  g_set_object (&self->marks, marks);
  if (marks != NULL)
    g_signal_connect_object (marks, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
}

void
dem_note_badge_set (DemNoteBadge *self, DemNotebook *notebook, DemDossier *dossier, DemRef ref)
{
  g_return_if_fail (DEM_IS_NOTE_BADGE (self));

  set_marks (self, notebook != NULL ? dem_note_marks_get (notebook) : NULL);
  g_clear_pointer (&self->target, dem_note_target_unref);
  if (dossier != NULL && !dem_ref_is_none (ref))
    self->target = dem_note_target_new_for_ref (dossier, ref);
  show (self);
}

DemNoteMark
dem_note_badge_get (DemNoteBadge *self)
{
  g_return_val_if_fail (DEM_IS_NOTE_BADGE (self), (DemNoteMark){ 0 });

  return self->mark;
}

static void
dem_note_badge_dispose (GObject *object)
{
  DemNoteBadge *self = DEM_NOTE_BADGE (object);

  set_marks (self, NULL);
  g_clear_pointer (&self->target, dem_note_target_unref);
  g_clear_pointer (&self->button, gtk_widget_unparent);

  G_OBJECT_CLASS (dem_note_badge_parent_class)->dispose (object);
}

static void
dem_note_badge_class_init (DemNoteBadgeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dem_note_badge_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "notebadge");
}

static void
dem_note_badge_init (DemNoteBadge *self)
{
  self->button = gtk_button_new ();
  self->sheet = g_object_new (DEM_TYPE_NOTE_SHEET, "valign", GTK_ALIGN_CENTER, NULL);
  gtk_button_set_child (GTK_BUTTON (self->button), self->sheet);
  gtk_button_set_has_frame (GTK_BUTTON (self->button), FALSE);
  gtk_widget_add_css_class (self->button, "dem-cite");
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (on_clicked), self, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
dem_note_badge_new (void)
{
  return g_object_new (DEM_TYPE_NOTE_BADGE, NULL);
}
