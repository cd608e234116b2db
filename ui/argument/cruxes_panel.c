/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/argument/cruxes_panel.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "app/argument/crux_groups.h"
#include "ui/argument/swing_bar.h"

#define MOST_ROWS 100 /* of a group */

struct _DemCruxesPanel
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkWidget *box;
  DemFocus *focus;         /* nullable */
  DemEvaluator *evaluator; /* nullable */
  gboolean stale;          /* to be built when it is seen */
};

enum
{
  SIGNAL_VISITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DemCruxesPanel, dem_cruxes_panel, GTK_TYPE_WIDGET)

static const char *const titles[DEM_N_CRUX_GROUPS] = {
  [DEM_CRUX_STANDS_UNLESS] = N_ ("The thesis stands unless one of these is false"),
  [DEM_CRUX_LEANS_ON] = N_ ("It leans on these"),
  [DEM_CRUX_GAINS_IF_FALSE] = N_ ("It gains if one of these is false"),
  [DEM_CRUX_GAINS_IF_TRUE] = N_ ("It gains if one of these is true"),
  [DEM_CRUX_LOSES_IF_TRUE] = N_ ("It loses if one of these is true"),
};

static const char *const source_titles[DEM_N_CRUX_GROUPS] = {
  [DEM_CRUX_STANDS_UNLESS] = N_ ("The thesis would not stand without one of these sources"),
  [DEM_CRUX_LEANS_ON] = N_ ("It leans on these sources"),
  [DEM_CRUX_GAINS_IF_FALSE] = N_ ("It gains without one of these sources"),
};

/* ---- Rows ---- */

static char *
dup_change (double change)
{
  /* A true minus, as wide as a plus. */
  return isnan (change) ? g_strdup ("–") : g_strdup_printf ("%s%.2f", change < 0 ? "−" : "+", fabs (change));
}

static char *
dup_spoken_change (const DemCrux *crux)
{
  double change = dem_crux_get_change (crux);
  gboolean if_true = change == crux->accepted && change != crux->rejected;

  if (isnan (change))
    return g_strdup (_ ("the thesis loses its number"));
  if (crux->ref.kind == DEM_KIND_SOURCE)
    return g_strdup_printf (change < 0 ? _ ("without it the thesis loses %.2f")
                                       : _ ("without it the thesis gains %.2f"),
                            fabs (change));
  if (if_true)
    return g_strdup_printf (change < 0 ? _ ("if it is true the thesis loses %.2f")
                                       : _ ("if it is true the thesis gains %.2f"),
                            fabs (change));
  return g_strdup_printf (change < 0 ? _ ("if it is false the thesis loses %.2f")
                                     : _ ("if it is false the thesis gains %.2f"),
                          fabs (change));
}

/* What a row says beneath its name: the other direction, or how many claims a source carries. */
static char *
dup_note (const DemCrux *crux)
{
  g_autofree char *accepted = dup_change (crux->accepted);

  if (crux->ref.kind == DEM_KIND_SOURCE)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u claim rests on it alone",
                                         "%u claims rest on it alone", crux->n_claims),
                            crux->n_claims);
  if (isnan (crux->accepted) || dem_crux_get_change (crux) == crux->accepted || fabs (crux->accepted) < 0.005)
    return NULL;
  return g_strdup_printf (_ ("if true: %s"), accepted);
}

static GtkWidget *
add_label (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static GtkWidget *
create_row (DemDossier *dossier, const DemCrux *crux, double most)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *number;
  g_autofree char *name = crux->ref.kind == DEM_KIND_SOURCE ? dem_dossier_dup_name (dossier, crux->ref)
                                                            : dem_dossier_dup_label (dossier, crux->ref);
  g_autofree char *change = dup_change (dem_crux_get_change (crux));
  g_autofree char *note = dup_note (crux);
  g_autofree char *spoken_change = dup_spoken_change (crux);
  g_autofree char *spoken = g_strdup_printf ("%s%s%s", name, _ (", "), spoken_change);

  add_label (words, name, "dem-claim");
  if (note != NULL)
    gtk_widget_add_css_class (add_label (words, note, "dim-label"), "dem-meta");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), dem_swing_bar_new (dem_crux_get_change (crux), most));
  number = add_label (box, change, "dem-value");
  gtk_label_set_width_chars (GTK_LABEL (number), 5);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_widget_add_css_class (box, "dem-crux-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "ref", g_memdup2 (&crux->ref, sizeof crux->ref), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return row;
}

static void
on_row_activated (DemCruxesPanel *self, GtkListBoxRow *row)
{
  const DemRef *ref = g_object_get_data (G_OBJECT (row), "ref");

  dem_focus_select (self->focus, *ref);
  g_signal_emit (self, signals[SIGNAL_VISITED], 0);
}

/* ---- Lists ---- */

/* A list of those of one group; NULL when there are none. */
static GtkWidget *
create_list (DemCruxesPanel *self,
             DemDossier *dossier,
             const DemCrux *cruxes,
             guint n,
             DemCruxGroup group,
             double most)
{
  GtkWidget *list = NULL;
  guint n_rows = 0;

  for (guint i = 0; i < n && n_rows < MOST_ROWS; i++)
    {
      if (dem_crux_get_group (&cruxes[i]) != group)
        continue;
      if (list == NULL)
        {
          list = gtk_list_box_new ();
          gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
          gtk_widget_add_css_class (list, "boxed-list");
          g_signal_connect_object (list, "row-activated", G_CALLBACK (on_row_activated), self,
                                   G_CONNECT_SWAPPED);
        }
      gtk_list_box_append (GTK_LIST_BOX (list), create_row (dossier, &cruxes[i], most));
      n_rows++;
    }
  return list;
}

static guint
count_group (const DemCrux *cruxes, guint n, DemCruxGroup group)
{
  guint count = 0;

  for (guint i = 0; i < n; i++)
    count += dem_crux_get_group (&cruxes[i]) == group;
  return count;
}

static double
find_most (const DemCrux *cruxes, guint n)
{
  double most = 0;

  for (guint i = 0; i < n; i++)
    if (fabs (dem_crux_get_change (&cruxes[i])) > most)
      most = fabs (dem_crux_get_change (&cruxes[i]));
  return most;
}

static void
add_list (DemCruxesPanel *self, const char *title, GtkWidget *list)
{
  if (list == NULL)
    return;
  add_label (self->box, title, "dem-crux-title");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (GTK_BOX (self->box), list);
}

static void
add_folded (DemCruxesPanel *self, DemDossier *dossier, const DemCrux *cruxes, guint n, double most)
{
  guint n_folded = count_group (cruxes, n, DEM_CRUX_HARDLY_MATTERS);
  g_autofree char *text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u more hardly matters", "%u more hardly matter", n_folded), n_folded);
  GtkWidget *expander;

  if (n_folded == 0)
    return;
  expander = gtk_expander_new (text);
  gtk_expander_set_child (GTK_EXPANDER (expander),
                          create_list (self, dossier, cruxes, n, DEM_CRUX_HARDLY_MATTERS, most));
  gtk_widget_add_css_class (expander, "dem-crux-more");
  gtk_box_append (GTK_BOX (self->box), expander);
}

static void
add_groups (DemCruxesPanel *self,
            DemDossier *dossier,
            const DemCrux *cruxes,
            guint n,
            double most,
            const char *const *words)
{
  for (guint group = 0; group < DEM_CRUX_HARDLY_MATTERS; group++)
    if (words[group] != NULL)
      add_list (self, _ (words[group]), create_list (self, dossier, cruxes, n, group, most));
}

static void
clear (DemCruxesPanel *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
}

static void
fill (DemCruxesPanel *self, DemCruxes *cruxes)
{
  DemDossier *dossier = dem_evaluation_get_dossier (dem_cruxes_get_evaluation (cruxes));
  guint n_claims = 0, n_sources = 0;
  const DemCrux *claims = dem_cruxes_get_claims (cruxes, &n_claims);
  const DemCrux *sources = dem_cruxes_get_sources (cruxes, &n_sources);
  double most = find_most (claims, n_claims);

  if (n_claims == 0)
    {
      add_label (self->box, _ ("It hangs on nothing: no claim changes it."), "dim-label");
      return;
    }
  add_groups (self, dossier, claims, n_claims, most, titles);
  add_folded (self, dossier, claims, n_claims, most);
  add_groups (self, dossier, sources, n_sources, find_most (sources, n_sources), source_titles);
  add_label (
      self->box,
      _ ("The numbers say how far the thesis moves. Without a source means: as if every claim that cites "
         "only that source were false."),
      "dim-label");
}

static void
build (DemCruxesPanel *self)
{
  DemDossier *dossier = self->focus != NULL ? dem_focus_get_dossier (self->focus) : NULL;
  DemCruxes *cruxes = self->evaluator != NULL ? dem_evaluator_get_cruxes (self->evaluator) : NULL;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      self->stale = TRUE;
      return;
    }
  self->stale = FALSE;
  if (cruxes == NULL || dem_evaluation_get_dossier (dem_cruxes_get_evaluation (cruxes)) != dossier)
    return; /* what stands there stays until the worker is done */
  clear (self);
  fill (self, cruxes);
}

static void
on_evaluation_changed (DemCruxesPanel *self)
{
  /* Rows would select what another dossier has at their place. */
  if (self->evaluator == NULL || dem_evaluator_get_evaluation (self->evaluator) == NULL)
    clear (self);
}

static void
dem_cruxes_panel_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (dem_cruxes_panel_parent_class)->map (widget);
  if (DEM_CRUXES_PANEL (widget)->stale)
    build (DEM_CRUXES_PANEL (widget));
}

/* ---- The object ---- */

static void
dem_cruxes_panel_dispose (GObject *object)
{
  DemCruxesPanel *self = DEM_CRUXES_PANEL (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->focus);
  g_clear_object (&self->evaluator);

  G_OBJECT_CLASS (dem_cruxes_panel_parent_class)->dispose (object);
}

static void
dem_cruxes_panel_class_init (DemCruxesPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dem_cruxes_panel_dispose;
  widget_class->map = dem_cruxes_panel_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "cruxes");

  signals[SIGNAL_VISITED] = g_signal_new ("visited", DEM_TYPE_CRUXES_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
}

static void
dem_cruxes_panel_init (DemCruxesPanel *self)
{
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_widget_add_css_class (self->box, "dem-cruxes");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->box);
}

void
dem_cruxes_panel_set_focus (DemCruxesPanel *self, DemFocus *focus)
{
  g_return_if_fail (DEM_IS_CRUXES_PANEL (self));

  g_set_object (&self->focus, focus);
  build (self);
}

void
dem_cruxes_panel_set_evaluator (DemCruxesPanel *self, DemEvaluator *evaluator)
{
  g_return_if_fail (DEM_IS_CRUXES_PANEL (self));

  if (self->evaluator != NULL)
    g_signal_handlers_disconnect_by_data (self->evaluator, self);
  g_set_object (&self->evaluator, evaluator);
  if (evaluator != NULL)
    {
      g_signal_connect_object (evaluator, "changed", G_CALLBACK (on_evaluation_changed), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (evaluator, "cruxes-changed", G_CALLBACK (build), self, G_CONNECT_SWAPPED);
    }
  build (self);
}
