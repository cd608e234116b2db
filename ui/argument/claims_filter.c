/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/argument/claims_filter.h"

#include <glib/gi18n-lib.h>

#include "app/dossier/claim_links.h"
#include "ui/common/wrap_layout.h"

#define ENTRY_CHARS 16
#define GAP 8

typedef enum
{
  CHOICE_KIND,
  CHOICE_SIDE,
  CHOICE_WHO,
  CHOICE_BASIS,
  N_CHOICES,
} Choice;

struct _DemClaimsFilter
{
  GtkWidget parent_instance;

  GtkWidget *entry;
  GtkWidget *choices[N_CHOICES];
  GArray *values[N_CHOICES]; /* guint32: what the entries of a list stand for */
  DemClaimFilter filter;
  gboolean filling;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DemClaimsFilter, dem_claims_filter, GTK_TYPE_WIDGET)

/* ---- What is chosen ---- */

static guint32
get_value (DemClaimsFilter *self, Choice choice)
{
  guint position = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->choices[choice]));

  return position < self->values[choice]->len ? g_array_index (self->values[choice], guint32, position) : DEM_FILTER_ANY;
}

static void
read_choices (DemClaimsFilter *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  g_free (self->filter.words);
  self->filter.words = *words != '\0' ? g_strdup (words) : NULL;
  self->filter.kind = get_value (self, CHOICE_KIND);
  self->filter.side = get_value (self, CHOICE_SIDE);
  self->filter.who = get_value (self, CHOICE_WHO);
  self->filter.basis = get_value (self, CHOICE_BASIS);
}

static void
on_changed (DemClaimsFilter *self)
{
  if (self->filling)
    return;
  read_choices (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* ---- What is offered ---- */

static void
add_value (GArray *values, GtkStringList *list, guint32 value, const char *word)
{
  g_array_append_val (values, value);
  gtk_string_list_append (list, word);
}

static void
add_kinds (GArray *values, GtkStringList *list, DemDossier *dossier)
{
  gboolean used[DEM_CLAIM_ASSUMPTION + 1] = { FALSE };

  for (guint32 i = 0; i < dem_dossier_count (dossier, DEM_KIND_CLAIM); i++)
    used[dem_dossier_claim (dossier, i)->kind] = TRUE;
  for (guint32 i = 0; i < G_N_ELEMENTS (used); i++)
    if (used[i])
      add_value (values, list, i, dem_claim_kind_get_word (i));
}

static void
add_people (GArray *values, GtkStringList *list, DemDossier *dossier)
{
  g_autofree gboolean *used = g_new0 (gboolean, dem_dossier_count (dossier, DEM_KIND_ACTOR) + 1);
  gboolean nobody = FALSE;

  for (guint32 i = 0; i < dem_dossier_count (dossier, DEM_KIND_CLAIM); i++)
    {
      guint32 by = dem_dossier_claim (dossier, i)->by;

      nobody |= by == DEM_NO_INDEX;
      if (by != DEM_NO_INDEX)
        used[by] = TRUE;
    }
  for (guint32 i = 0; i < dem_dossier_count (dossier, DEM_KIND_ACTOR); i++)
    if (used[i])
      {
        g_autofree char *label = dem_dossier_dup_label (dossier, DEM_REF (ACTOR, i));
        add_value (values, list, i, label);
      }
  if (nobody)
    add_value (values, list, DEM_FILTER_NOBODY, _ ("Nobody named"));
}

static void
offer (DemClaimsFilter *self, Choice choice, DemDossier *dossier)
{
  static const char *const all[N_CHOICES] = { N_ ("All kinds"), N_ ("Both sides"), N_ ("Everybody"), N_ ("Any basis") };
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  GArray *values = self->values[choice];

  g_array_set_size (values, 0);
  add_value (values, list, DEM_FILTER_ANY, _ (all[choice]));
  if (choice == CHOICE_KIND && dossier != NULL)
    add_kinds (values, list, dossier);
  else if (choice == CHOICE_WHO && dossier != NULL)
    add_people (values, list, dossier);
  else if (choice == CHOICE_SIDE)
    {
      add_value (values, list, DEM_SIGN_FOR, _ ("For"));
      add_value (values, list, DEM_SIGN_AGAINST, _ ("Against"));
    }
  else if (choice == CHOICE_BASIS)
    for (guint32 i = DEM_BASIS_SOURCE; i <= DEM_BASIS_BACKGROUND; i++)
      add_value (values, list, i, dem_basis_get_word (i));
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->choices[choice]), G_LIST_MODEL (list));
}

void
dem_claims_filter_set_dossier (DemClaimsFilter *self, DemDossier *dossier)
{
  g_return_if_fail (DEM_IS_CLAIMS_FILTER (self));

  self->filling = TRUE;
  for (guint i = 0; i < N_CHOICES; i++)
    offer (self, i, dossier);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  self->filling = FALSE;
  read_choices (self);
}

const DemClaimFilter *
dem_claims_filter_get (DemClaimsFilter *self)
{
  g_return_val_if_fail (DEM_IS_CLAIMS_FILTER (self), NULL);

  return &self->filter;
}

void
dem_claims_filter_clear (DemClaimsFilter *self)
{
  g_return_if_fail (DEM_IS_CLAIMS_FILTER (self));

  self->filling = TRUE;
  for (guint i = 0; i < N_CHOICES; i++)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->choices[i]), 0);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  self->filling = FALSE;
  on_changed (self);
}

/* ---- The object ---- */

static void
dem_claims_filter_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (dem_claims_filter_parent_class)->dispose (object);
}

static void
dem_claims_filter_finalize (GObject *object)
{
  DemClaimsFilter *self = DEM_CLAIMS_FILTER (object);

  for (guint i = 0; i < N_CHOICES; i++)
    g_array_unref (self->values[i]);
  g_free (self->filter.words);

  G_OBJECT_CLASS (dem_claims_filter_parent_class)->finalize (object);
}

static void
dem_claims_filter_class_init (DemClaimsFilterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dem_claims_filter_dispose;
  G_OBJECT_CLASS (klass)->finalize = dem_claims_filter_finalize;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SEARCH);
  gtk_widget_class_set_css_name (widget_class, "claimsfilter");

  signals[CHANGED] = g_signal_new ("changed", DEM_TYPE_CLAIMS_FILTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                   0);
}

static void
dem_claims_filter_init (DemClaimsFilter *self)
{
  static const char *const names[N_CHOICES] = { N_ ("Kind"), N_ ("Side"), N_ ("Who"), N_ ("Basis") };

  self->filter = DEM_CLAIM_FILTER_NONE;
  gtk_widget_set_layout_manager (GTK_WIDGET (self), dem_wrap_layout_new (GAP, GAP));
  self->entry = gtk_search_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), ENTRY_CHARS);
  g_object_set (self->entry, "placeholder-text", _ ("Filter claims"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Filter claims"), -1);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  g_signal_connect_object (self->entry, "search-changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < N_CHOICES; i++)
    {
      self->values[i] = g_array_new (FALSE, FALSE, sizeof (guint32));
      self->choices[i] = gtk_drop_down_new (NULL, NULL);
      gtk_widget_set_tooltip_text (self->choices[i], _ (names[i]));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->choices[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (names[i]), -1);
      gtk_widget_set_parent (self->choices[i], GTK_WIDGET (self));
      g_signal_connect_object (self->choices[i], "notify::selected", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
    }
  dem_claims_filter_set_dossier (self, NULL);
}

GtkWidget *
dem_claims_filter_new (void)
{
  return g_object_new (DEM_TYPE_CLAIMS_FILTER, NULL);
}

void
dem_claims_filter_append (DemClaimsFilter *self, GtkWidget *widget)
{
  g_return_if_fail (DEM_IS_CLAIMS_FILTER (self));

  gtk_widget_set_parent (widget, GTK_WIDGET (self));
}
