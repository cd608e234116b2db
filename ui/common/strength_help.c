/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/strength_help.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define WIDTH 520
#define HEIGHT 600

const char *
dem_strength_help_get_short (void)
{
  return _ ("Strength says how well a claim holds inside this dossier, from starting values and weights that "
            "its maker "
            "chose. It is no probability, no evidence, and not the author’s own estimate.");
}

static const char *const sections[] = {
  N_ ("What it says"),
  N_ ("Strength, from 0 to 1, says how well a claim holds inside this dossier once its reasons for and "
      "against have been "
      "counted. From 0.5 on we say that a claim stands."),
  N_ ("What it is not"),
  N_ ("It is no probability and no evidence, and the author of the source never gave such a number. It comes "
      "from starting "
      "values and weights that the maker of the dossier chose; the dossier can say of each why. Compare a "
      "claim with itself, "
      "before and after an assumption. Do not compare numbers of different dossiers, and do not read much "
      "into the second "
      "decimal."),
  N_ ("Where it comes from"),
  N_ ("Each claim has a starting value: as the dossier gives it, else 0.10 when something supports it, so "
      "that belief has to "
      "come from its reasons, and 0.50 when nothing does. Reasons for it pull it up towards 1, reasons "
      "against it pull it "
      "down towards 0; more reasons on one side never do harm to that side, but each further one adds less. "
      "This is DF-QuAD "
      "(Rago, Toni, Aurisicchio and Baroni, 2016)."),
  N_ ("Steps"),
  N_ ("A reason counts as much as its premises: of linked premises, joined by “&”, all are needed and their "
      "strengths are "
      "multiplied. What breaks the link takes strength from the step, not from the claims at its ends. Each "
      "step has a weight "
      "that says how far its premises carry it."),
  N_ ("What if"),
  N_ ("Accepting, doubting and rejecting fix a claim at 0.95, 0.50 and 0.05, whatever its reasons say. A "
      "scenario fixes "
      "claims at values of its own; yours go over those. A starting value of your own is another thing: the "
      "reasons still "
      "move it."),
  N_ ("Ranges"),
  N_ ("The line under the thesis’s bar shows where nine tenths of its strengths lie when every starting "
      "value and weight is "
      "moved by up to 0.1 at random, two hundred times. Words like “stands unless” are used only if the "
      "whole range agrees. "
      "Where dates leave it open whether a step counts, a claim has two bounds in place of one number and is "
      "called "
      "undecided; claims in circles that do not come to rest have no number and are called unsettled."),
  NULL,
};

const char *const *
dem_strength_help_get_long (void)
{
  static const char *translated[G_N_ELEMENTS (sections)];

  for (guint i = 0; sections[i] != NULL; i++)
    translated[i] = _ (sections[i]);
  return translated;
}

static GtkWidget *
create_label (const char *text, gboolean heading)
{
  GtkWidget *label
      = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, "accessible-role",
                      heading ? GTK_ACCESSIBLE_ROLE_HEADING : GTK_ACCESSIBLE_ROLE_LABEL, NULL);

  gtk_label_set_selectable (GTK_LABEL (label), !heading);
  if (heading)
    gtk_widget_add_css_class (label, "heading");
  return label;
}

void
dem_strength_help_show (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *window = adw_window_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new (), *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  const char *const *texts = dem_strength_help_get_long ();

  for (guint i = 0; texts[i] != NULL; i++)
    gtk_box_append (GTK_BOX (box), create_label (texts[i], i % 2 == 0));
  gtk_widget_add_css_class (box, "dem-help");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (content), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (content), scroller);
  adw_window_set_content (ADW_WINDOW (window), content);
  gtk_window_set_title (GTK_WINDOW (window), _ ("What Strength Is, and Is Not"));
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  if (GTK_IS_WINDOW (root))
    {
      gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (root));
      gtk_window_set_destroy_with_parent (GTK_WINDOW (window), TRUE);
    }
  gtk_window_present (GTK_WINDOW (window));
}
