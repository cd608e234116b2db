/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/details/details_head.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "app/argument/claim_value.h"
#include "app/dossier/claim_links.h"
#include "ui/common/note_badge.h"
#include "ui/common/citations.h"
#include "ui/common/explanation.h"
#include "ui/common/value_bar.h"
#include "ui/common/wrap_layout.h"

static GtkWidget *
add_label (const DemDetails *details, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (details->box, label);
  return label;
}

/* The mark of the notes on what the page is about: the one thing selected, or the dossier. */
static void
append_notes (const DemDetails *details, GtkWidget *heading)
{
  GtkWidget *badge = dem_note_badge_new ();
  guint n;
  const DemRef *selection = dem_focus_get_selection (details->focus, &n);

  dem_note_badge_set (DEM_NOTE_BADGE (badge), details->notebook, details->dossier, n == 1 ? selection[0] : DEM_REF_NONE);
  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_start (badge, 8);
  gtk_box_append (GTK_BOX (heading), badge);
}

void
dem_details_add_head (const DemDetails *details, const char *title, const char *subtitle)
{
  /* A label takes the focus only for its links and selection, so a box around it does. */
  GtkWidget *heading
      = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "focusable", TRUE, NULL);
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "title-2");
  gtk_box_append (GTK_BOX (heading), label);
  append_notes (details, heading);
  gtk_accessible_update_property (GTK_ACCESSIBLE (heading), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_LEVEL, 1, -1);
  gtk_box_append (details->box, heading);
  if (subtitle != NULL)
    add_label (details, subtitle, "dem-subtitle");
}

void
dem_details_add_text (const DemDetails *details, const char *text)
{
  if (text != NULL)
    gtk_label_set_selectable (GTK_LABEL (add_label (details, text, "dem-details-text")), FALSE);
}

void
dem_details_add_remark (const DemDetails *details, const char *text)
{
  add_label (details, text, "dem-why");
}

static GtkWidget *
add_line (const DemDetails *details)
{
  GtkWidget *line = g_object_new (GTK_TYPE_BOX, "layout-manager", dem_wrap_layout_new (6, 2), NULL);

  gtk_widget_add_css_class (line, "dem-details-line");
  gtk_box_append (details->box, line);
  return line;
}

static void
append_label (GtkWidget *line, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (line), label);
}

void
dem_details_add_fact (const DemDetails *details, const char *name, const char *value)
{
  GtkWidget *line;

  if (value == NULL || *value == '\0')
    return;
  line = add_line (details);
  append_label (line, name, "dim-label");
  append_label (line, value, "dem-fact");
}

static GtkWidget *
create_citations (const DemDetails *details, const DemCite *cites, guint n)
{
  GtkWidget *citations = dem_citations_new ();

  dem_citations_set_names (DEM_CITATIONS (citations), TRUE);
  dem_citations_set (DEM_CITATIONS (citations), details->focus, cites, n);
  return citations;
}

static void
add_basis (const DemDetails *details, const DemItem *item)
{
  GtkWidget *line;

  if (item->n_cites == 0 && item->basis == DEM_BASIS_SOURCE)
    return;
  line = add_line (details);
  if (item->basis != DEM_BASIS_SOURCE)
    append_label (line, dem_basis_get_word (item->basis), "dem-basis");
  gtk_box_append (GTK_BOX (line), create_citations (details, item->cites, item->n_cites));
}

/* What is noted of single citations, such as that the source gives no date. */
static void
add_notes (const DemDetails *details, const DemItem *item)
{
  for (guint i = 0; i < item->n_cites; i++)
    {
      const DemCite *cite = &item->cites[i];
      GtkWidget *line;

      if (cite->note == NULL)
        continue;
      line = add_line (details);
      gtk_box_append (GTK_BOX (line), create_citations (details, cite, 1));
      if (g_strcmp0 (cite->purpose, "when") == 0)
        append_label (line, _ ("date:"), "dim-label");
      else if (g_strcmp0 (cite->purpose, "stance") == 0)
        append_label (line, _ ("stance:"), "dim-label");
      append_label (line, cite->note, "caption");
    }
}

static void
on_scenario_clicked (GtkWidget *button, DemFocus *focus)
{
  guint32 scenario = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "scenario"));

  dem_focus_set_scenario (focus, dem_focus_get_scenario (focus) == scenario ? DEM_NO_INDEX : scenario);
}

static void
append_scenario_button (const DemDetails *details, GtkWidget *line, guint32 scenario, const char *text)
{
  GtkWidget *button = gtk_button_new_with_label (text);

  g_object_set_data (G_OBJECT (button), "scenario", GUINT_TO_POINTER (scenario));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_scenario_clicked), details->focus, 0);
  gtk_widget_add_css_class (button, "dem-scenario-button");
  gtk_box_append (GTK_BOX (line), button);
}

void
dem_details_add_scenario_button (const DemDetails *details, guint32 scenario)
{
  append_scenario_button (details, add_line (details), scenario,
                          details->scenario == scenario ? _ ("Leave This Scenario")
                                                        : _ ("Show This Scenario"));
}

static void
add_existence (const DemDetails *details, const DemItem *item)
{
  if (item->n_scenarios == 0)
    return;
  for (guint i = 0; i < item->n_scenarios; i++)
    {
      g_autofree char *name = dem_dossier_dup_name (details->dossier, DEM_REF (SCENARIO, item->scenarios[i]));
      g_autofree char *text = g_strdup_printf (_ ("Exists only in the scenario “%s”."), name);
      GtkWidget *line = add_line (details);

      append_label (line, text, "dem-assumed");
      if (details->scenario != item->scenarios[i])
        append_scenario_button (details, line, item->scenarios[i], _ ("Show This Scenario"));
    }
}

void
dem_details_add_standing (const DemDetails *details, const DemItem *item)
{
  g_autofree char *why = item->why != NULL ? g_strdup_printf (_ ("Why: %s"), item->why) : NULL;

  add_existence (details, item);
  dem_details_add_text (details, item->summary);
  add_basis (details, item);
  if (why != NULL)
    add_label (details, why, "dem-why");
  add_notes (details, item);
}

void
dem_details_add_value (const DemDetails *details, guint32 claim)
{
  double start = dem_claim_value_get_start (details->dossier, claim), assumed = start;
  gboolean fixed = dem_claim_value_get_assumed (details->dossier, details->scenario, claim, &assumed);
  GtkWidget *line = add_line (details), *bar = dem_value_bar_new ((int) DEM_VALUE_BAR_WIDTH);
  g_autofree char *text = g_strdup_printf ("%.2f", start);
  g_autofree char *words = g_strdup_printf (_ ("assumed %.2f in the scenario"), assumed);

  append_label (line, _ ("Starting value"), "dim-label");
  dem_value_bar_set (DEM_VALUE_BAR (bar), assumed, fixed ? start : NAN);
  gtk_box_append (GTK_BOX (line), bar);
  append_label (line, text, "dem-value");
  if (fixed)
    append_label (line, words, "dem-assumed");
  else if (!dem_claim_value_is_written (details->dossier, claim))
    append_label (line, _ ("by default"), "dim-label");
}

void
dem_details_add_strength (const DemDetails *details, DemRef ref)
{
  GtkWidget *explanation;

  if (details->evaluator == NULL)
    return;
  explanation = dem_explanation_new (details->focus, details->evaluator, details->notebook, ref);
  gtk_widget_add_css_class (explanation, "dem-details-explanation");
  gtk_box_append (details->box, explanation);
}

void
dem_details_add_address (const DemDetails *details, const char *title, const char *address)
{
  g_autofree char *scheme = address != NULL ? g_uri_parse_scheme (address) : NULL;
  GtkWidget *button;

  if (scheme == NULL || !g_strv_contains ((const char *[]){ "http", "https", "mailto", NULL }, scheme))
    return;
  button = gtk_link_button_new_with_label (address, title);
  gtk_widget_set_tooltip_text (button, address);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "dem-address");
  gtk_box_append (details->box, button);
}
