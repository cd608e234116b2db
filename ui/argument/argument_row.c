/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/argument/argument_row.h"

#include <glib/gi18n-lib.h>

#include "ui/argument/argument_gutter.h"
#include "ui/argument/credence_toggles.h"
#include "ui/argument/outline_words.h"
#include "ui/argument/questions_button.h"
#include "ui/common/citations.h"
#include "ui/common/head.h"
#include "ui/common/note_badge.h"
#include "ui/common/questions.h"
#include "ui/common/strength_line.h"
#include "ui/common/value_bar.h"
#include "ui/common/widget_style.h"
#include "ui/common/wrap_layout.h"

#define THESIS_BAR_WIDTH 72

struct _DemArgumentRow
{
  GtkWidget parent_instance;

  GtkWidget *heading;
  GtkWidget *body;
  GtkWidget *gutter;
  GtkWidget *kicker;
  GtkWidget *text;
  GtkWidget *strength;
  GtkWidget *head;
  GtkWidget *who;
  GtkWidget *citations;
  GtkWidget *questions;
  GtkWidget *note;      /* on the claim */
  GtkWidget *step_note; /* on the step from it */
  GtkWidget *folded;
  GtkWidget *follow;
  GtkWidget *toggles;
  guint position;
  char *aside; /* as it was told last, see dup_aside() */
};

enum
{
  SIGNAL_FOLD,
  SIGNAL_FOLLOW,
  SIGNAL_JUDGED,
  SIGNAL_EXPLAIN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DemArgumentRow, dem_argument_row, GTK_TYPE_WIDGET)

static gboolean
dem_argument_row_grab_focus (GtkWidget *widget)
{
  return FALSE;
}

/* Only Tab enters, from the list's item, so that the arrows go from row to row. */
static gboolean
dem_argument_row_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GtkWidget *item = gtk_widget_get_parent (widget);

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return FALSE;
  if (gtk_widget_get_focus_child (widget) == NULL && (item == NULL || !gtk_widget_is_focus (item)))
    return FALSE;
  if (GTK_WIDGET_CLASS (dem_argument_row_parent_class)->focus (widget, direction))
    return TRUE;
  return direction == GTK_DIR_TAB_BACKWARD && gtk_widget_get_focus_child (widget) != NULL
         && gtk_widget_grab_focus (item);
}

static void
on_fold (DemArgumentRow *self)
{
  g_signal_emit (self, signals[SIGNAL_FOLD], 0);
}

static void
on_follow (DemArgumentRow *self)
{
  g_signal_emit (self, signals[SIGNAL_FOLLOW], 0);
}

static void
on_judged (DemArgumentRow *self, double strength)
{
  g_signal_emit (self, signals[SIGNAL_JUDGED], 0, strength);
}

static void
on_explain (DemArgumentRow *self, GtkMenuButton *button)
{
  g_signal_emit (self, signals[SIGNAL_EXPLAIN], 0, button);
}

static void
dem_argument_row_dispose (GObject *object)
{
  DemArgumentRow *self = DEM_ARGUMENT_ROW (object);

  g_clear_pointer (&self->heading, gtk_widget_unparent);
  g_clear_pointer (&self->body, gtk_widget_unparent);

  G_OBJECT_CLASS (dem_argument_row_parent_class)->dispose (object);
}

static void
dem_argument_row_finalize (GObject *object)
{
  g_free (DEM_ARGUMENT_ROW (object)->aside);

  G_OBJECT_CLASS (dem_argument_row_parent_class)->finalize (object);
}

static void
dem_argument_row_class_init (DemArgumentRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dem_argument_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = dem_argument_row_finalize;
  widget_class->grab_focus = dem_argument_row_grab_focus;
  widget_class->focus = dem_argument_row_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "claim");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  signals[SIGNAL_FOLD]
      = g_signal_new ("fold", DEM_TYPE_ARGUMENT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FOLLOW] = g_signal_new ("follow", DEM_TYPE_ARGUMENT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_JUDGED] = g_signal_new ("judged", DEM_TYPE_ARGUMENT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_DOUBLE);
  signals[SIGNAL_EXPLAIN] = g_signal_new ("explain", DEM_TYPE_ARGUMENT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, GTK_TYPE_MENU_BUTTON);
}

static GtkWidget *
create_label (GtkWidget *parent, const char *css_class, GtkAccessibleRole role)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", role, "xalign", 0.0, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_widget_insert_before (label, parent, NULL);
  return label;
}

/* The line under the text. */
static GtkWidget *
create_meta (DemArgumentRow *self)
{
  GtkWidget *meta = g_object_new (GTK_TYPE_BOX, "layout-manager", dem_wrap_layout_new (7, 0), NULL);

  gtk_widget_add_css_class (meta, "dem-meta");
  gtk_widget_set_hexpand (meta, TRUE);
  self->strength = dem_strength_line_new ((int) DEM_VALUE_BAR_WIDTH);
  g_signal_connect_object (self->strength, "explain", G_CALLBACK (on_explain), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (meta), self->strength);
  self->head = dem_head_icon_new ();
  gtk_box_append (GTK_BOX (meta), self->head);
  self->who = create_label (meta, "dim-label", GTK_ACCESSIBLE_ROLE_LABEL);
  self->citations = dem_citations_new ();
  gtk_box_append (GTK_BOX (meta), self->citations);
  self->questions = dem_questions_button_new ();
  gtk_box_append (GTK_BOX (meta), self->questions);
  self->note = dem_note_badge_new ();
  gtk_box_append (GTK_BOX (meta), self->note);
  self->step_note = dem_note_badge_new ();
  gtk_box_append (GTK_BOX (meta), self->step_note);
  self->folded = create_label (meta, "dim-label", GTK_ACCESSIBLE_ROLE_LABEL);
  self->follow = gtk_button_new_with_label (_ ("See its reasons"));
  gtk_button_set_has_frame (GTK_BUTTON (self->follow), FALSE);
  gtk_widget_add_css_class (self->follow, "dem-cite");
  gtk_widget_set_tooltip_text (self->follow,
                               _ ("This claim is used more than once; its reasons stand elsewhere"));
  gtk_box_append (GTK_BOX (meta), self->follow);
  g_signal_connect_object (self->follow, "clicked", G_CALLBACK (on_follow), self, G_CONNECT_SWAPPED);
  return meta;
}

/* What stands under the text: the line with its strength, and at the end what the reader thinks of it. */
static GtkWidget *
create_foot (DemArgumentRow *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  gtk_box_append (GTK_BOX (foot), create_meta (self));
  self->toggles = dem_credence_toggles_new ();
  gtk_widget_set_valign (self->toggles, GTK_ALIGN_START);
  g_signal_connect_object (self->toggles, "judged", G_CALLBACK (on_judged), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (foot), self->toggles);
  return foot;
}

static void
dem_argument_row_init (DemArgumentRow *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  self->heading = create_label (GTK_WIDGET (self), "dem-outline-heading", GTK_ACCESSIBLE_ROLE_HEADING);
  self->body = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->body, "dem-outline-body");
  gtk_widget_insert_before (self->body, GTK_WIDGET (self), NULL);

  self->gutter = dem_argument_gutter_new ();
  g_signal_connect_object (self->gutter, "fold", G_CALLBACK (on_fold), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->body), self->gutter);

  gtk_widget_add_css_class (content, "dem-outline-content");
  gtk_widget_set_hexpand (content, TRUE);
  self->kicker = create_label (content, "dem-outline-kicker", GTK_ACCESSIBLE_ROLE_LABEL);
  gtk_label_set_text (GTK_LABEL (self->kicker), _ ("Thesis"));
  self->text = create_label (content, "dem-claim", GTK_ACCESSIBLE_ROLE_LABEL);
  gtk_box_append (GTK_BOX (content), create_foot (self));
  gtk_box_append (GTK_BOX (self->body), content);
}

GtkWidget *
dem_argument_row_new (void)
{
  return g_object_new (DEM_TYPE_ARGUMENT_ROW, NULL);
}

static void
set_label (GtkWidget *label, const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL);
}

static void
show_heading (DemArgumentRow *self, const char *heading)
{
  set_label (self->heading, heading);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->heading), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  heading != NULL ? heading : "", GTK_ACCESSIBLE_PROPERTY_LEVEL, 2, -1);
}

static void
show_strength (DemArgumentRow *self, const DemArgumentRowInput *input, const DemOutlineNode *node)
{
  DemStrengthLine *line = DEM_STRENGTH_LINE (self->strength);
  gboolean is_thesis = node->sign == DEM_SIGN_THESIS;
  DemRef ref = DEM_REF (CLAIM, node->claim);

  dem_strength_line_set_bar_width (line, is_thesis ? THESIS_BAR_WIDTH : (int) DEM_VALUE_BAR_WIDTH);
  dem_strength_line_set (line, input->evaluation, input->before, ref);
  if (is_thesis && input->evaluation != NULL
      && dem_evaluation_get (input->evaluation, ref).status != DEM_STATUS_UNDECIDED)
    dem_strength_line_set_band (
        line, dem_evaluation_get_thesis (input->evaluation) == node->claim ? input->band : DEM_BOUNDS_NONE);
}

static void
show_judgement (DemArgumentRow *self, const DemArgumentRowInput *input, const DemClaim *claim)
{
  gtk_widget_set_visible (self->toggles, input->notebook != NULL);
  if (input->notebook != NULL)
    dem_credence_toggles_set (DEM_CREDENCE_TOGGLES (self->toggles),
                              dem_notebook_get_assumption (input->notebook, claim->item.id));
}

static guint
count_folded (DemOutlineList *list, guint32 index)
{
  const DemOutlineNode *node = dem_outline_get_node (dem_outline_list_get_outline (list), index);

  return dem_outline_list_is_unfolded (list, index) ? 0 : node->n_children;
}

/* A head for everybody; whoever asserts the thesis asserts most of the rest, which then needs no name. */
static void
show_who (DemArgumentRow *self, const DemArgumentRowInput *input, const DemOutlineNode *node)
{
  DemOutline *outline = dem_outline_list_get_outline (input->list);
  DemDossier *dossier = dem_outline_get_dossier (outline);
  const DemOutlineNode *first = dem_outline_get_node (outline, 0);
  guint32 by = dem_dossier_claim (dossier, node->claim)->by;
  gboolean marked = by != DEM_NO_INDEX && by == dem_focus_get_viewpoint (input->focus);
  gboolean understood = node->sign != DEM_SIGN_THESIS && first->sign == DEM_SIGN_THESIS
                        && dem_dossier_claim (dossier, first->claim)->by == by;
  g_autofree char *who
      = by != DEM_NO_INDEX && !understood ? dem_dossier_dup_label (dossier, DEM_REF (ACTOR, by)) : NULL;

  dem_head_icon_set (DEM_HEAD_ICON (self->head), dossier, by, marked);
  set_label (self->who, who);
  dem_widget_set_css_class (self->who, "dem-marked", marked);
  dem_widget_set_css_class (self->who, "dim-label", !marked);
}

/* How many reasons are folded away, and the way to the reasons of a claim that stands elsewhere. */
static void
show_hidden (DemArgumentRow *self, DemOutlineList *list, guint32 index)
{
  DemOutline *outline = dem_outline_list_get_outline (list);
  const DemOutlineNode *node = dem_outline_get_node (outline, index);
  guint32 whole = dem_outline_find_claim (outline, node->claim);
  guint n = count_folded (list, index);
  g_autofree char *count = n > 0 ? g_strdup_printf (_ ("· %u"), n) : NULL;
  g_autofree char *tooltip = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u reason is folded away", "%u reasons are folded away", n), n);

  set_label (self->folded, count);
  dem_widget_set_tooltip (self->folded, tooltip);
  gtk_widget_set_visible (self->follow,
                          node->is_reference && dem_outline_get_node (outline, whole)->n_children > 0);
}

/* The step from a node to what it stands under; of linked premises the first stands for all, unless each is asked. */
static guint32
get_step (const DemOutlineNode *node, gboolean each)
{
  return each || !node->linked_previous ? node->inference : DEM_NO_INDEX;
}

/* What is heard after the row's label: who asserts it, how far its step is questioned, and how many notes there are on it.
 * (transfer full) */
static char *
dup_aside (const DemArgumentRowInput *input, DemDossier *dossier, const DemOutlineNode *node)
{
  guint32 by = dem_dossier_claim (dossier, node->claim)->by;
  guint32 step = get_step (node, TRUE);
  DemNoteMarks *marks = input->notebook != NULL ? dem_note_marks_get (input->notebook) : NULL;
  DemNoteMark mark;
  g_autofree char *who = by != DEM_NO_INDEX ? dem_dossier_dup_label (dossier, DEM_REF (ACTOR, by)) : NULL;
  g_autofree char *asserted = who != NULL ? g_strdup_printf (_ ("Asserted by %s."), who) : NULL;
  g_autofree char *asked
      = step != DEM_NO_INDEX ? dem_questions_dup_spoken (input->notebook, dem_dossier_inference (dossier, step)) : NULL;

  dem_note_marks_find (marks, dossier, DEM_REF (CLAIM, node->claim), &mark);
  if (asserted == NULL || asked == NULL)
    return dem_note_mark_append_words (mark, g_strdup (asserted != NULL ? asserted : asked != NULL ? asked : ""));
  /* Translators: "Asserted by M. Flournoy.", "Critical questions: 2 of 5 answered" */
  return dem_note_mark_append_words (mark, g_strdup_printf (_ ("%s %s"), asserted, asked));
}

/* Puts the label on the list's own item: that is what receives the focus and is spoken. */
static void
speak (DemArgumentRow *self, const DemArgumentRowInput *input, guint32 index)
{
  DemOutline *outline = dem_outline_list_get_outline (input->list);
  const DemOutlineNode *node = dem_outline_get_node (outline, index);
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *label = dem_outline_dup_spoken (outline, index, input->evaluation, input->before);

  if (item == NULL)
    return;
  g_free (self->aside);
  self->aside = dup_aside (input, dem_outline_get_dossier (outline), node);
  gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, self->aside,
                                  GTK_ACCESSIBLE_PROPERTY_LEVEL, (int) node->depth + 1, -1);
  if (node->n_children > 0 && node->sign != DEM_SIGN_THESIS)
    gtk_accessible_update_state (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_STATE_EXPANDED,
                                 dem_outline_list_is_unfolded (input->list, index), -1);
  else
    gtk_accessible_reset_state (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_STATE_EXPANDED);
}

/* Whether something that a node stands under is fixed, so that reasons for it count for nothing. */
static gboolean
is_idle (const DemArgumentRowInput *input, DemOutline *outline, const DemOutlineNode *node)
{
  for (guint32 i = node->parent; i != DEM_NO_NODE && input->evaluation != NULL;
       i = dem_outline_get_node (outline, i)->parent)
    if (dem_evaluation_get_setter (input->evaluation, dem_outline_get_node (outline, i)->claim)
        != DEM_SETTER_NOBODY)
      return TRUE;
  return FALSE;
}

static void
show_style (DemArgumentRow *self, const DemArgumentRowInput *input, const DemOutlineNode *node)
{
  DemOutline *outline = dem_outline_list_get_outline (input->list);
  DemRelevance *relevance = dem_focus_get_relevance (input->focus);
  gboolean is_thesis = node->sign == DEM_SIGN_THESIS;

  dem_widget_set_css_class (self->body, "dem-thesis", is_thesis);
  dem_widget_set_css_class (self->text, "heading", node->depth == 1 && node->parent != DEM_NO_NODE);
  dem_widget_set_css_class (self->text, "title-4", is_thesis);
  dem_widget_set_css_class (self->body, "dem-idle", is_idle (input, outline, node));
  dem_widget_set_css_class (self->body, "dem-dimmed",
                            !dem_relevance_contains (relevance, DEM_REF (CLAIM, node->claim)));
}

void
dem_argument_row_set (DemArgumentRow *self, const DemArgumentRowInput *input, guint position)
{
  DemOutline *outline;
  DemDossier *dossier;
  const DemOutlineNode *node;
  const DemClaim *claim;
  guint32 index;
  gboolean is_thesis;
  g_autofree char *text = NULL;

  g_return_if_fail (DEM_IS_ARGUMENT_ROW (self));

  self->position = position;
  index = dem_outline_list_get_node (input->list, position);
  outline = dem_outline_list_get_outline (input->list);
  dossier = dem_outline_get_dossier (outline);
  node = dem_outline_get_node (outline, index);
  claim = dem_dossier_claim (dossier, node->claim);
  is_thesis = node->sign == DEM_SIGN_THESIS;
  text = dem_outline_dup_text (outline, index);

  show_heading (self, dem_outline_get_heading (outline, index));
  gtk_widget_set_visible (self->gutter, !is_thesis);
  if (!is_thesis)
    dem_argument_gutter_set (DEM_ARGUMENT_GUTTER (self->gutter), input->list, index);
  gtk_widget_set_visible (self->kicker, is_thesis);
  set_label (self->text, text);
  dem_widget_set_tooltip (self->text, is_thesis || g_str_equal (text, claim->text) ? NULL : claim->text);
  show_who (self, input, node);
  dem_citations_set (DEM_CITATIONS (self->citations), input->focus, claim->item.cites, claim->item.n_cites);
  show_strength (self, input, node);
  show_judgement (self, input, claim);
  dem_questions_button_set (DEM_QUESTIONS_BUTTON (self->questions), input->notebook, dossier, get_step (node, FALSE));
  dem_note_badge_set (DEM_NOTE_BADGE (self->note), input->notebook, dossier, DEM_REF (CLAIM, node->claim));
  dem_note_badge_set (DEM_NOTE_BADGE (self->step_note), input->notebook, dossier,
                      get_step (node, FALSE) != DEM_NO_INDEX ? DEM_REF (INFERENCE, get_step (node, FALSE)) : DEM_REF_NONE);
  show_hidden (self, input->list, index);
  show_style (self, input, node);
  speak (self, input, index);
}

void
dem_argument_row_update (DemArgumentRow *self, const DemArgumentRowInput *input)
{
  DemOutline *outline;
  const DemOutlineNode *node;
  guint32 index;

  g_return_if_fail (DEM_IS_ARGUMENT_ROW (self));

  index = dem_outline_list_get_node (input->list, self->position);
  outline = dem_outline_list_get_outline (input->list);
  node = dem_outline_get_node (outline, index);
  show_strength (self, input, node);
  show_judgement (self, input, dem_dossier_claim (dem_outline_get_dossier (outline), node->claim));
  dem_widget_set_css_class (self->body, "dem-idle", is_idle (input, outline, node));
  speak (self, input, index);
}

void
dem_argument_row_update_asked (DemArgumentRow *self, const DemArgumentRowInput *input)
{
  DemOutline *outline;
  GtkWidget *item;
  g_autofree char *aside = NULL;

  g_return_if_fail (DEM_IS_ARGUMENT_ROW (self));

  outline = dem_outline_list_get_outline (input->list);
  item = gtk_widget_get_parent (GTK_WIDGET (self));
  aside = dup_aside (input, dem_outline_get_dossier (outline),
                     dem_outline_get_node (outline, dem_outline_list_get_node (input->list, self->position)));
  if (item == NULL || g_strcmp0 (aside, self->aside) == 0)
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, aside, -1);
  g_free (self->aside);
  self->aside = g_steal_pointer (&aside);
}

guint
dem_argument_row_get_position (DemArgumentRow *self)
{
  g_return_val_if_fail (DEM_IS_ARGUMENT_ROW (self), 0);

  return self->position;
}

void
dem_argument_row_explain (DemArgumentRow *self)
{
  g_return_if_fail (DEM_IS_ARGUMENT_ROW (self));

  dem_strength_line_explain (DEM_STRENGTH_LINE (self->strength));
}

gboolean
dem_argument_row_ask (DemArgumentRow *self)
{
  g_return_val_if_fail (DEM_IS_ARGUMENT_ROW (self), FALSE);

  return dem_questions_button_open (DEM_QUESTIONS_BUTTON (self->questions));
}
