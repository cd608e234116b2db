/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/argument/argument_page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "app/argument/thesis.h"
#include "ui/argument/cruxes_panel.h"
#include "ui/argument/outline_view.h"
#include "ui/argument/scenario_menu.h"
#include "ui/argument/viewpoint_menu.h"
#include "ui/argument/thesis_gauge.h"
#include "ui/common/explanation.h"
#include "ui/common/menu_focus.h"
#include "ui/common/say.h"
#include "ui/common/strength_help.h"

struct _DemArgumentPage
{
  GtkWidget parent_instance;

  GtkWidget *stack;
  GtkWidget *remark;
  GtkWidget *left_out;
  DemThesisGauge *gauge;
  GtkWidget *views;
  DemOutlineView *outline;
  DemCruxesPanel *cruxes;
  DemScenarioMenu *scenario_menu;
  GtkMenuButton *more_button;
  GMenu *viewpoints;
  DemViewpointMenu *viewpoint_menu;
  GtkToggleButton *cruxes_button;

  DemFocus *focus;         /* nullable */
  DemEvaluator *evaluator; /* nullable */
  DemNotebook *notebook;   /* nullable */
  gboolean only_viewpoint;
};

enum
{
  PROP_0,
  PROP_ONLY_VIEWPOINT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DemArgumentPage, dem_argument_page, GTK_TYPE_WIDGET)

/* What is wrong with the argument as a whole; NULL when all is well. (transfer full) */
static char *
dup_remark (DemDossier *dossier, guint32 scenario)
{
  guint n = dem_thesis_count (dossier, scenario);
  g_autofree char *name = NULL;
  guint32 claim;

  if (n == 1)
    return NULL;
  claim = n > 1 ? dem_thesis_find (dossier, scenario) : dem_thesis_find_candidate (dossier, scenario);
  if (claim == DEM_NO_INDEX)
    return NULL;
  name = dem_dossier_dup_label (dossier, DEM_REF (CLAIM, claim));
  if (n > 1)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "There is %u thesis; what hangs on what is told of the first, “%s”.",
                     "There are %u theses; what hangs on what is told of the first, “%s”.", n),
        n, name);
  return g_strdup_printf (
      _ ("No claim is called the thesis. The rest bears most on “%s”, which is taken for it here."), name);
}

/* What the viewpoint leaves out; NULL when that is nothing. (transfer full) */
static char *
dup_left_out (DemArgumentPage *self, DemDossier *dossier)
{
  guint32 viewpoint = dem_focus_get_viewpoint (self->focus);
  guint n = dem_outline_view_count_left_out (self->outline);
  g_autofree char *name = NULL;

  if (!self->only_viewpoint || viewpoint == DEM_NO_INDEX || n == 0)
    return NULL;
  name = dem_dossier_dup_label (dossier, DEM_REF (ACTOR, viewpoint));
  /* Translators: how many claims, and a name. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u claim is left out that does not lead to one of %s.",
                                       "%u claims are left out that do not lead to one of %s.", n),
                          n, name);
}

static void
show_text (GtkWidget *label, const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL);
}

static void
show_remarks (DemArgumentPage *self)
{
  DemDossier *dossier = self->focus != NULL ? dem_focus_get_dossier (self->focus) : NULL;
  g_autofree char *remark
      = dossier != NULL ? dup_remark (dossier, dem_focus_get_scenario (self->focus)) : NULL;
  g_autofree char *left_out = dossier != NULL ? dup_left_out (self, dossier) : NULL;

  show_text (self->remark, remark);
  show_text (self->left_out, left_out);
}

/* The thesis's own row says as much as the gauge unless something is to be compared, or it cannot be seen. */
static void
show_gauge (DemArgumentPage *self)
{
  gboolean what_if = self->evaluator != NULL && dem_evaluator_has_what_if (self->evaluator);
  gboolean in_cruxes = gtk_toggle_button_get_active (self->cruxes_button);

  gtk_widget_set_visible (GTK_WIDGET (self->gauge),
                          what_if || in_cruxes || gtk_widget_get_visible (self->remark));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "argument.reset-all",
                                 self->notebook != NULL
                                     && dem_notebook_count_judgements (self->notebook) > 0);
}

static void
set_only_viewpoint (DemArgumentPage *self, gboolean only)
{
  if (self->only_viewpoint == only)
    return;
  self->only_viewpoint = only;
  dem_outline_view_set_only_viewpoint (self->outline, only);
  show_remarks (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ONLY_VIEWPOINT]);
}

static void
show_all (DemArgumentPage *self)
{
  DemDossier *dossier = self->focus != NULL ? dem_focus_get_dossier (self->focus) : NULL;

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack),
                                    dem_outline_view_is_empty (self->outline) ? "empty" : "argument");
  gtk_widget_set_visible (self->stack, dossier != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "argument.only-viewpoint",
                                 dossier != NULL && dem_focus_get_viewpoint (self->focus) != DEM_NO_INDEX);
  show_remarks (self);
  show_gauge (self);
}

static void
on_focus_changed (DemArgumentPage *self, DemFocusChange what)
{
  if (what & (DEM_FOCUS_DOSSIER | DEM_FOCUS_SCENARIO | DEM_FOCUS_VIEWPOINT))
    show_all (self);
}

static void
on_cruxes_toggled (DemArgumentPage *self)
{
  gtk_stack_set_visible_child_name (
      GTK_STACK (self->views), gtk_toggle_button_get_active (self->cruxes_button) ? "cruxes" : "outline");
  show_gauge (self);
}

/* To the place of what was clicked. */
static void
on_visited (DemArgumentPage *self)
{
  gtk_toggle_button_set_active (self->cruxes_button, FALSE);
}

static void
on_explain (DemArgumentPage *self, guint claim, GtkMenuButton *button)
{
  GtkWidget *explanation
      = dem_explanation_new (self->focus, self->evaluator, self->notebook, DEM_REF (CLAIM, claim));

  gtk_menu_button_set_popover (button, dem_explanation_wrap (explanation));
}

/* To whoever listens to a row, or to anything else in the window. */
static void
on_news (DemArgumentPage *self)
{
  g_autofree char *news = NULL;

  g_object_get (self->gauge, "news", &news, NULL);
  if (!dem_outline_view_set_news (self->outline, news) && news != NULL)
    dem_say (GTK_WIDGET (self), news);
}

static void
on_reset_all (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DemArgumentPage *self = DEM_ARGUMENT_PAGE (widget);

  if (self->notebook != NULL)
    dem_notebook_reset_all_claims (self->notebook);
}

static void
on_help (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dem_strength_help_show (widget);
}

/* ---- The object ---- */

static void
dem_argument_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ONLY_VIEWPOINT)
    g_value_set_boolean (value, DEM_ARGUMENT_PAGE (object)->only_viewpoint);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
dem_argument_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ONLY_VIEWPOINT)
    set_only_viewpoint (DEM_ARGUMENT_PAGE (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
dem_argument_page_dispose (GObject *object)
{
  DemArgumentPage *self = DEM_ARGUMENT_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), DEM_TYPE_ARGUMENT_PAGE);
  g_clear_object (&self->viewpoint_menu);
  g_clear_object (&self->focus);
  g_clear_object (&self->evaluator);
  g_clear_object (&self->notebook);

  G_OBJECT_CLASS (dem_argument_page_parent_class)->dispose (object);
}

/* To the claims: what stands above them, such as the button that resets them all, is reached from there. */
static gboolean
dem_argument_page_grab_focus (GtkWidget *widget)
{
  DemArgumentPage *self = DEM_ARGUMENT_PAGE (widget);

  if (gtk_toggle_button_get_active (self->cruxes_button))
    return gtk_widget_child_focus (self->views, GTK_DIR_TAB_FORWARD);
  return gtk_widget_grab_focus (GTK_WIDGET (self->outline));
}

static void
dem_argument_page_class_init (DemArgumentPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->get_property = dem_argument_page_get_property;
  G_OBJECT_CLASS (klass)->set_property = dem_argument_page_set_property;
  G_OBJECT_CLASS (klass)->dispose = dem_argument_page_dispose;
  widget_class->grab_focus = dem_argument_page_grab_focus;
  properties[PROP_ONLY_VIEWPOINT]
      = g_param_spec_boolean ("only-viewpoint", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  g_type_ensure (DEM_TYPE_SCENARIO_MENU);
  g_type_ensure (DEM_TYPE_THESIS_GAUGE);
  g_type_ensure (DEM_TYPE_OUTLINE_VIEW);
  g_type_ensure (DEM_TYPE_CRUXES_PANEL);
  g_type_ensure (ADW_TYPE_STATUS_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/demarche/Demarche/ui/argument/argument_page.ui");
  gtk_widget_class_bind_template_child (widget_class, DemArgumentPage, stack);
  gtk_widget_class_bind_template_child (widget_class, DemArgumentPage, remark);
  gtk_widget_class_bind_template_child (widget_class, DemArgumentPage, left_out);
  gtk_widget_class_bind_template_child (widget_class, DemArgumentPage, gauge);
  gtk_widget_class_bind_template_child (widget_class, DemArgumentPage, views);
  gtk_widget_class_bind_template_child (widget_class, DemArgumentPage, outline);
  gtk_widget_class_bind_template_child (widget_class, DemArgumentPage, cruxes);
  gtk_widget_class_bind_template_child (widget_class, DemArgumentPage, scenario_menu);
  gtk_widget_class_bind_template_child (widget_class, DemArgumentPage, more_button);
  gtk_widget_class_bind_template_child (widget_class, DemArgumentPage, viewpoints);
  gtk_widget_class_bind_template_child (widget_class, DemArgumentPage, cruxes_button);
  gtk_widget_class_install_action (widget_class, "argument.reset-all", NULL, on_reset_all);
  gtk_widget_class_install_property_action (widget_class, "argument.only-viewpoint", "only-viewpoint");
  gtk_widget_class_install_action (widget_class, "argument.help", NULL, on_help);
}

static void
dem_argument_page_init (DemArgumentPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  dem_menu_button_keep_focus (self->more_button);
  self->viewpoint_menu = dem_viewpoint_menu_new (GTK_WIDGET (self));
  g_menu_prepend_section (self->viewpoints, NULL, dem_viewpoint_menu_get_model (self->viewpoint_menu));
  g_signal_connect_object (self->outline, "explain", G_CALLBACK (on_explain), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->cruxes, "visited", G_CALLBACK (on_visited), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->cruxes_button, "toggled", G_CALLBACK (on_cruxes_toggled), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->gauge, "notify::news", G_CALLBACK (on_news), self, G_CONNECT_SWAPPED);
}

GtkWidget *
dem_argument_page_new (void)
{
  return g_object_new (DEM_TYPE_ARGUMENT_PAGE, NULL);
}

void
dem_argument_page_set_focus (DemArgumentPage *self, DemFocus *focus)
{
  g_return_if_fail (DEM_IS_ARGUMENT_PAGE (self));

  if (self->focus != NULL)
    g_signal_handlers_disconnect_by_data (self->focus, self);
  g_set_object (&self->focus, focus);
  dem_outline_view_set_focus (self->outline, focus);
  dem_thesis_gauge_set_focus (self->gauge, focus);
  dem_cruxes_panel_set_focus (self->cruxes, focus);
  dem_scenario_menu_set_focus (self->scenario_menu, focus);
  dem_viewpoint_menu_set_focus (self->viewpoint_menu, focus);
  if (focus != NULL)
    g_signal_connect_object (focus, "changed", G_CALLBACK (on_focus_changed), self, G_CONNECT_SWAPPED);
  show_all (self);
}

void
dem_argument_page_set_evaluator (DemArgumentPage *self, DemEvaluator *evaluator)
{
  g_return_if_fail (DEM_IS_ARGUMENT_PAGE (self));

  if (self->evaluator != NULL)
    g_signal_handlers_disconnect_by_data (self->evaluator, self);
  g_set_object (&self->evaluator, evaluator);
  dem_outline_view_set_evaluator (self->outline, evaluator);
  dem_thesis_gauge_set_evaluator (self->gauge, evaluator);
  dem_cruxes_panel_set_evaluator (self->cruxes, evaluator);
  if (evaluator != NULL)
    g_signal_connect_object (evaluator, "changed", G_CALLBACK (show_gauge), self, G_CONNECT_SWAPPED);
  show_gauge (self);
}

void
dem_argument_page_set_notebook (DemArgumentPage *self, DemNotebook *notebook)
{
  g_return_if_fail (DEM_IS_ARGUMENT_PAGE (self));

  g_set_object (&self->notebook, notebook);
  dem_outline_view_set_notebook (self->outline, notebook);
  dem_thesis_gauge_set_notebook (self->gauge, notebook);
  show_gauge (self);
}
