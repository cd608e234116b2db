/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/problems/problem_row.h"

#include <glib/gi18n-lib.h>

struct _DemProblemRow
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkImage *icon;
  GtkLabel *message;
  GtkLabel *place;
};

G_DEFINE_FINAL_TYPE (DemProblemRow, dem_problem_row, GTK_TYPE_WIDGET)

static void
dem_problem_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), DEM_TYPE_PROBLEM_ROW);

  G_OBJECT_CLASS (dem_problem_row_parent_class)->dispose (object);
}

static void
dem_problem_row_class_init (DemProblemRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dem_problem_row_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "problem");
  gtk_widget_class_set_template_from_resource (widget_class, "/org/demarche/Demarche/ui/problems/problem_row.ui");
  gtk_widget_class_bind_template_child (widget_class, DemProblemRow, box);
  gtk_widget_class_bind_template_child (widget_class, DemProblemRow, icon);
  gtk_widget_class_bind_template_child (widget_class, DemProblemRow, message);
  gtk_widget_class_bind_template_child (widget_class, DemProblemRow, place);
}

static void
dem_problem_row_init (DemProblemRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
dem_problem_row_new (void)
{
  return g_object_new (DEM_TYPE_PROBLEM_ROW, NULL);
}

static char *
describe_place (const DemProblem *problem)
{
  if (problem->line == 0)
    return g_strdup (problem->item != NULL ? problem->item : "");
  if (problem->item == NULL)
    return g_strdup_printf (_ ("Line %u, column %u"), problem->line, problem->column);
  /* Translators: the last is the id of an item of the file. */
  return g_strdup_printf (_ ("Line %u, column %u, in “%s”"), problem->line, problem->column, problem->item);
}

void
dem_problem_row_show (DemProblemRow *self, const DemProblem *problem)
{
  gboolean error = problem->severity == DEM_SEVERITY_ERROR;
  const char *severity = error ? _ ("Error") : _ ("Warning");
  g_autofree char *place = describe_place (problem);
  g_autofree char *spoken = NULL;

  g_return_if_fail (DEM_IS_PROBLEM_ROW (self));

  gtk_image_set_from_icon_name (self->icon, error ? "dialog-error-symbolic" : "dialog-warning-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->icon), severity);
  gtk_label_set_text (self->message, problem->message);
  gtk_label_set_text (self->place, place);
  gtk_widget_set_visible (GTK_WIDGET (self->place), *place != '\0');

  /* Translators: what a screen reader says: severity, sentence, place. */
  spoken = g_strdup_printf (_ ("%s: %s %s"), severity, problem->message, place);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (self))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}
