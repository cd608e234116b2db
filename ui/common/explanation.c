/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/explanation.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ui/common/explanation_words.h"
#include "ui/common/sign.h"
#include "ui/common/strength_help.h"
#include "ui/common/strength_words.h"
#include "ui/common/value_bar.h"

#define WIDTH 340
#define LABEL_CHARS 34 /* no wider than the popover, whose height is measured by them */
#define LEAST_SCALE_WIDTH 140
#define STEP 0.01
#define PAGE 0.1
#define MOST_PARTS 30

struct _DemExplanation
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *told; /* what is told anew after each change */
  GtkWidget *start;
  GtkWidget *start_words;
  GtkWidget *reset;
  GtkAdjustment *adjustment;
  gboolean showing; /* not the reader moves the slider, but we */

  DemFocus *focus;
  DemEvaluator *evaluator; /* nullable */
  DemNotebook *notebook;   /* nullable */
  DemDossier *dossier;     /* of which @ref is an item */
  DemRef ref;
};

G_DEFINE_FINAL_TYPE (DemExplanation, dem_explanation, GTK_TYPE_WIDGET)

static DemEvaluation *
get_evaluation (DemExplanation *self)
{
  DemEvaluation *evaluation = self->evaluator != NULL ? dem_evaluator_get_evaluation (self->evaluator) : NULL;

  return evaluation != NULL && dem_evaluation_get_dossier (evaluation) == self->dossier ? evaluation : NULL;
}

static GtkWidget *
add_label (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, "max-width-chars", LABEL_CHARS, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

/* ---- Reasons ---- */

static DemSign
get_sign (DemPartRole role)
{
  return role == DEM_PART_ATTACK     ? DEM_SIGN_AGAINST
         : role == DEM_PART_UNDERCUT ? DEM_SIGN_UNDERCUT
                                     : DEM_SIGN_FOR;
}

static void
on_part_clicked (DemExplanation *self, GtkWidget *button)
{
  const DemRef ref = *(const DemRef *) g_object_get_data (G_OBJECT (button), "ref");
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_POPOVER);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
  dem_focus_select (self->focus, ref);
}

/* What a part was in the dossier as it is; NAN where there was none. */
static double
find_part (GArray *parts, DemRef ref)
{
  for (guint i = 0; parts != NULL && i < parts->len; i++)
    if (dem_ref_equal (g_array_index (parts, DemPart, i).ref, ref))
      return g_array_index (parts, DemPart, i).part;
  return NAN;
}

static GtkWidget *
create_part (DemExplanation *self, const DemPart *part, double before)
{
  GtkWidget *button = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0),
            *icon = dem_sign_icon_new (get_sign (part->role));
  g_autofree char *name = dem_part_dup_name (self->dossier, part);
  g_autofree char *number = dem_part_dup_number (part->part);
  g_autofree char *old = dem_part_dup_number (before);
  gboolean changed = !isnan (before) && !g_str_equal (number, old);
  g_autofree char *told = changed
                              ? g_strdup_printf (_ ("%s: %s, was %s"), dem_part_get_words (part), number, old)
                              : g_strdup_printf (_ ("%s: %s"), dem_part_get_words (part), number);
  g_autofree char *spoken = g_strdup_printf (_ ("%s %s"), name, told);

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), icon);
  add_label (words, name, "dem-claim");
  gtk_widget_add_css_class (add_label (words, told, "dem-meta"), "dim-label");
  gtk_box_append (GTK_BOX (box), words);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "dem-part");
  g_object_set_data_full (G_OBJECT (button), "ref", g_memdup2 (&part->ref, sizeof part->ref), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_part_clicked), self, G_CONNECT_SWAPPED);
  return button;
}

static void
add_parts (DemExplanation *self, DemEvaluation *evaluation, DemEvaluation *before)
{
  g_autoptr (GArray) parts = dem_explain_parts (evaluation, self->ref);
  g_autoptr (GArray) old = before != evaluation ? dem_explain_parts (before, self->ref) : NULL;

  for (guint i = 0; i < MIN (parts->len, MOST_PARTS); i++)
    {
      const DemPart *part = &g_array_index (parts, DemPart, i);

      gtk_box_append (GTK_BOX (self->told), create_part (self, part, find_part (old, part->ref)));
    }
  if (parts->len > MOST_PARTS)
    {
      guint n = parts->len - MOST_PARTS;
      g_autofree char *text
          = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more reason", "%u more reasons", n), n);

      add_label (self->told, text, "dim-label");
    }
}

/* ---- The whole ---- */

static void
add_numbers (DemExplanation *self, DemStrength now, DemStrength then)
{
  g_autofree char *text = dem_strength_dup_text (now);
  g_autofree char *old = dem_strength_dup_text (then);
  g_autofree char *told = NULL;
  gboolean changed = dem_strength_differs (now, then) && then.status != DEM_STATUS_ABSENT;
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8),
            *bar = dem_value_bar_new ((int) DEM_VALUE_BAR_WIDTH);

  dem_value_bar_set (DEM_VALUE_BAR (bar), dem_strength_get_bar (now), changed ? then.strength : NAN);
  if (now.status == DEM_STATUS_UNDECIDED)
    dem_value_bar_set_range (DEM_VALUE_BAR (bar), (DemBounds){ now.low, now.high });
  gtk_box_append (GTK_BOX (line), bar);
  gtk_box_append (GTK_BOX (self->told), line);
  if (changed)
    told = g_strdup_printf (_ ("Strength %s; without the what-if %s"), text, old);
  else
    told = g_strdup_printf (_ ("Strength %s"), text);
  add_label (line, told, "dem-value");
}

static void
tell (DemExplanation *self, DemEvaluation *evaluation)
{
  DemEvaluation *before = dem_evaluator_get_before (self->evaluator);
  DemStrength now = dem_evaluation_get (evaluation, self->ref);
  g_autofree char *words = dem_explanation_dup_words (evaluation, self->ref);

  add_label (self->told, words, NULL);
  add_numbers (self, now, dem_evaluation_get (before, self->ref));
  if (now.status != DEM_STATUS_ASSUMED && now.status != DEM_STATUS_ABSENT)
    add_parts (self, evaluation, before);
}

static void
show_start (DemExplanation *self, DemEvaluation *evaluation)
{
  gboolean own;
  g_autofree char *words = NULL;

  gtk_widget_set_visible (self->start, self->ref.kind == DEM_KIND_CLAIM);
  if (self->ref.kind != DEM_KIND_CLAIM)
    return;
  own = dem_evaluation_start_is_readers (evaluation, self->ref.index);
  words = dem_start_dup_words (evaluation, self->ref.index);
  self->showing = TRUE;
  gtk_adjustment_set_value (self->adjustment, dem_evaluation_get_start (evaluation, self->ref.index));
  self->showing = FALSE;
  gtk_label_set_text (GTK_LABEL (self->start_words), words != NULL ? words : "");
  gtk_widget_set_visible (self->start_words, words != NULL);
  gtk_widget_set_visible (self->reset, own);
}

static void
show (DemExplanation *self)
{
  DemEvaluation *evaluation = get_evaluation (self);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->told)) != NULL)
    gtk_box_remove (GTK_BOX (self->told), child);
  gtk_widget_set_visible (self->box, evaluation != NULL);
  if (evaluation == NULL)
    return;
  tell (self, evaluation);
  show_start (self, evaluation);
}

static void
on_start_changed (DemExplanation *self)
{
  if (!self->showing && self->notebook != NULL)
    dem_notebook_set_start (self->notebook, dem_dossier_get_item (self->dossier, self->ref)->id,
                            gtk_adjustment_get_value (self->adjustment));
}

static void
on_reset_clicked (DemExplanation *self)
{
  if (self->notebook != NULL)
    dem_notebook_forget_start (self->notebook, dem_dossier_get_item (self->dossier, self->ref)->id);
}

static void
on_help_clicked (DemExplanation *self)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_POPOVER);

  dem_strength_help_show (GTK_WIDGET (self));
  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
dem_explanation_dispose (GObject *object)
{
  DemExplanation *self = DEM_EXPLANATION (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->focus);
  g_clear_object (&self->evaluator);
  g_clear_object (&self->notebook);
  g_clear_object (&self->dossier);

  G_OBJECT_CLASS (dem_explanation_parent_class)->dispose (object);
}

static void
dem_explanation_class_init (DemExplanationClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dem_explanation_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "explanation");
}

static void
add_start (DemExplanation *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *scale, *spin;

  self->start = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->start, "dem-start");
  add_label (self->start, _ ("Starting value"), "heading");
  self->adjustment = gtk_adjustment_new (0, 0, 1, STEP, PAGE, 0);
  scale = gtk_scale_new (GTK_ORIENTATION_HORIZONTAL, self->adjustment);
  gtk_scale_set_draw_value (GTK_SCALE (scale), FALSE);
  gtk_widget_set_size_request (scale, LEAST_SCALE_WIDTH, -1);
  gtk_widget_set_hexpand (scale, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scale), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Starting value"),
                                  -1);
  spin = gtk_spin_button_new (self->adjustment, STEP, 2);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Starting value"),
                                  -1);
  self->reset = gtk_button_new_from_icon_name ("edit-undo-symbolic");
  gtk_widget_set_tooltip_text (self->reset, _ ("Back to the dossier’s starting value"));
  gtk_box_append (GTK_BOX (line), scale);
  gtk_box_append (GTK_BOX (line), spin);
  gtk_box_append (GTK_BOX (line), self->reset);
  gtk_box_append (GTK_BOX (self->start), line);
  self->start_words = add_label (self->start, "", "dim-label");
  g_signal_connect_object (self->adjustment, "value-changed", G_CALLBACK (on_start_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reset, "clicked", G_CALLBACK (on_reset_clicked), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), self->start);
}

static void
dem_explanation_init (DemExplanation *self)
{
  GtkWidget *help = gtk_button_new_with_label (_ ("What strength is, and is not"));

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_widget_add_css_class (self->box, "dem-explanation");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->told = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_box_append (GTK_BOX (self->box), self->told);
  add_start (self);
  gtk_button_set_has_frame (GTK_BUTTON (help), FALSE);
  gtk_widget_set_halign (help, GTK_ALIGN_START);
  gtk_widget_add_css_class (help, "dem-cite");
  g_signal_connect_object (help, "clicked", G_CALLBACK (on_help_clicked), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), help);
}

GtkWidget *
dem_explanation_new (DemFocus *focus, DemEvaluator *evaluator, DemNotebook *notebook, DemRef ref)
{
  DemExplanation *self;

  g_return_val_if_fail (DEM_IS_FOCUS (focus) && dem_focus_get_dossier (focus) != NULL, NULL);
  g_return_val_if_fail (ref.kind == DEM_KIND_CLAIM || ref.kind == DEM_KIND_INFERENCE, NULL);

  self = g_object_new (DEM_TYPE_EXPLANATION, NULL);
  self->focus = g_object_ref (focus);
  self->dossier = g_object_ref (dem_focus_get_dossier (focus));
  g_set_object (&self->evaluator, evaluator);
  g_set_object (&self->notebook, notebook);
  self->ref = ref;
  gtk_widget_set_sensitive (self->start, notebook != NULL);
  if (evaluator != NULL)
    g_signal_connect_object (evaluator, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
  return GTK_WIDGET (self);
}

GtkWidget *
dem_explanation_wrap (GtkWidget *explanation)
{
  GtkWidget *popover = gtk_popover_new (), *scroller = gtk_scrolled_window_new ();

  g_return_val_if_fail (DEM_IS_EXPLANATION (explanation), NULL);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 480);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), explanation);
  gtk_widget_set_size_request (scroller, WIDTH, -1);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_widget_add_css_class (popover, "dem-explanation-popover");
  return popover;
}
