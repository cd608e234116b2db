/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/argument/questions_button.h"

#include <glib/gi18n-lib.h>

#include "app/argument/schemes.h"
#include "ui/common/questions.h"
#include "ui/common/widget_style.h"

#define WIDTH 380
#define MOST_HEIGHT 460

struct _DemQuestionsButton
{
  GtkWidget parent_instance;

  GtkWidget *button;
  GtkWidget *count;

  DemNotebook *notebook; /* nullable */
  DemDossier *dossier;   /* nullable */
  guint32 inference;
  guint n, n_answered; /* as they are shown */
};

G_DEFINE_FINAL_TYPE (DemQuestionsButton, dem_questions_button, GTK_TYPE_WIDGET)

static const DemInference *
get_inference (DemQuestionsButton *self)
{
  return self->dossier != NULL && self->inference != DEM_NO_INDEX
             ? dem_dossier_inference (self->dossier, self->inference)
             : NULL;
}

static void
show_numbers (DemQuestionsButton *self, const DemInference *inference, guint n, guint n_answered)
{
  /* Translators: how many questions are answered, and how many there are, as short as can be. */
  g_autofree char *text = g_strdup_printf (_ ("%u/%u"), n_answered, n);
  g_autofree char *spoken = inference != NULL ? dem_questions_dup_spoken (self->notebook, inference) : NULL;
  g_autofree char *tooltip = spoken != NULL ? g_strdup_printf (_ ("%s (Q)"), spoken) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
  gtk_label_set_text (GTK_LABEL (self->count), text);
  gtk_widget_set_visible (self->count, n_answered > 0);
  dem_widget_set_tooltip (self->button, tooltip);
  dem_widget_set_css_class (GTK_WIDGET (self), "dem-set", n_answered > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken != NULL ? spoken : "", -1);
}

/* Many rows are told of each change, and few have anything to do with it. */
static void
show_count (DemQuestionsButton *self)
{
  const DemInference *inference = get_inference (self);
  guint n_answered = 0;
  guint n = inference != NULL ? dem_questions_count (self->notebook, inference, &n_answered) : 0;

  if (n == self->n && n_answered == self->n_answered)
    return;
  self->n = n;
  self->n_answered = n_answered;
  show_numbers (self, inference, n, n_answered);
}

/* ---- What it opens ---- */

static GtkWidget *
add_label (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, "max-width-chars", 36, NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

/* The step, its kind of reasoning, and what that asks. */
static GtkWidget *
create_content (DemQuestionsButton *self, const DemInference *inference)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *step = dem_dossier_dup_label (self->dossier, DEM_REF (INFERENCE, self->inference));

  gtk_widget_add_css_class (box, "dem-explanation");
  add_label (box, step, "heading");
  add_label (box, dem_scheme_get_title (dem_scheme_find (inference->scheme)), "dim-label");
  gtk_box_append (GTK_BOX (box), dem_questions_new (self->notebook, inference));
  return box;
}

static void
on_popover_mapped (GtkWidget *popover, GtkWidget *questions)
{
  gtk_widget_grab_focus (questions);
}

static GtkWidget *
create_popover (DemQuestionsButton *self, const DemInference *inference)
{
  GtkWidget *popover = gtk_popover_new (), *scroller = gtk_scrolled_window_new ();
  GtkWidget *content = create_content (self, inference);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MOST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), content);
  gtk_widget_set_size_request (scroller, WIDTH, -1);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Critical questions"), -1);
  g_signal_connect_object (popover, "map", G_CALLBACK (on_popover_mapped), gtk_widget_get_last_child (content),
                           G_CONNECT_AFTER);
  return popover;
}

static void
on_popup (GtkMenuButton *button, gpointer data)
{
  DemQuestionsButton *self = data;
  const DemInference *inference = get_inference (self);

  if (inference != NULL)
    gtk_menu_button_set_popover (button, create_popover (self, inference));
}

/* ---- The object ---- */

static void
dem_questions_button_dispose (GObject *object)
{
  DemQuestionsButton *self = DEM_QUESTIONS_BUTTON (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->notebook);
  g_clear_object (&self->dossier);

  G_OBJECT_CLASS (dem_questions_button_parent_class)->dispose (object);
}

static void
dem_questions_button_class_init (DemQuestionsButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dem_questions_button_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "questions");
}

static void
dem_questions_button_init (DemQuestionsButton *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget *icon = gtk_image_new_from_icon_name ("dem-question-symbolic");

  self->inference = DEM_NO_INDEX;
  gtk_box_append (GTK_BOX (box), icon);
  self->count = gtk_label_new (NULL);
  gtk_box_append (GTK_BOX (box), self->count);
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), box);
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (self->button), FALSE);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), on_popup, self, NULL);
  gtk_widget_add_css_class (self->button, "dem-number");
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
dem_questions_button_new (void)
{
  return g_object_new (DEM_TYPE_QUESTIONS_BUTTON, NULL);
}

void
dem_questions_button_set (DemQuestionsButton *self, DemNotebook *notebook, DemDossier *dossier, guint32 inference)
{
  g_return_if_fail (DEM_IS_QUESTIONS_BUTTON (self));

  if (self->dossier != dossier || self->inference != inference)
    gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  if (self->notebook != notebook && self->notebook != NULL)
    g_signal_handlers_disconnect_by_data (self->notebook, self);
  if (g_set_object (&self->notebook, notebook) && notebook != NULL)
    g_signal_connect_object (notebook, "changed", G_CALLBACK (show_count), self, G_CONNECT_SWAPPED);
  g_set_object (&self->dossier, dossier);
  self->inference = inference;
  show_count (self);
}

gboolean
dem_questions_button_open (DemQuestionsButton *self)
{
  g_return_val_if_fail (DEM_IS_QUESTIONS_BUTTON (self), FALSE);

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return FALSE;
  gtk_menu_button_popup (GTK_MENU_BUTTON (self->button));
  return TRUE;
}
