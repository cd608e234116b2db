/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/notes/note_subjects.h"

#include <glib/gi18n-lib.h>

#include "ui/common/citations.h"

struct _DemNoteSubjects
{
  GtkWidget parent_instance;

  const DemNoteContext *context;
  GPtrArray *targets;
  GtkWidget *add;
  DemNoteTarget *addable; /* nullable: what the button adds */
};

G_DEFINE_FINAL_TYPE (DemNoteSubjects, dem_note_subjects, GTK_TYPE_WIDGET)

static guint edited_signal;

static void show_targets (DemNoteSubjects *self);

static GPtrArray *
copy_without (GPtrArray *targets, guint left_out)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func ((GDestroyNotify) dem_note_target_unref);

  for (guint i = 0; i < targets->len; i++)
    if (i != left_out)
      g_ptr_array_add (copy, dem_note_target_ref (targets->pdata[i]));
  return copy;
}

static gboolean
has_target (DemNoteSubjects *self, const DemNoteTarget *target)
{
  for (guint i = 0; i < self->targets->len; i++)
    if (g_str_equal (dem_note_target_get_key (self->targets->pdata[i]), dem_note_target_get_key (target)))
      return TRUE;
  return FALSE;
}

static void
take (DemNoteSubjects *self, GPtrArray *targets)
{
  g_ptr_array_unref (self->targets);
  self->targets = targets;
  show_targets (self);
  g_signal_emit (self, edited_signal, 0);
}

/* ---- Adding what is selected ---- */

static void
update_add (DemNoteSubjects *self)
{
  g_autoptr (GPtrArray) offered = NULL;
  g_autofree char *name = NULL, *words = NULL;
  DemDossier *dossier = dem_focus_get_dossier (self->context->focus);

  g_clear_pointer (&self->addable, dem_note_target_unref);
  if (dossier != NULL)
    {
      offered = dem_note_context_dup_targets (self->context);
      for (guint i = 0; i < offered->len && self->addable == NULL; i++)
        if (!has_target (self, offered->pdata[i])
            && dem_note_target_get_kind (offered->pdata[i]) != DEM_TARGET_DOSSIER)
          self->addable = dem_note_target_ref (offered->pdata[i]);
    }
  gtk_widget_set_visible (self->add, self->addable != NULL);
  if (self->addable == NULL)
    return;
  name = dem_note_target_dup_name (self->addable, dossier);
  /* Translators: %s is what is selected: the note is to be about it as well. */
  words = g_strdup_printf (_ ("Also about %s"), name);
  gtk_label_set_text (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->add))), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
on_add (DemNoteSubjects *self)
{
  GPtrArray *targets;

  if (self->addable == NULL)
    return;
  targets = copy_without (self->targets, G_MAXUINT);
  g_ptr_array_add (targets, dem_note_target_ref (self->addable));
  take (self, targets);
}

/* ---- Lines ---- */

static void
on_remove (GtkButton *button, DemNoteSubjects *self)
{
  guint at = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "at"));

  g_assert (DEM_IS_NOTE_SUBJECTS (self));

  if (at < self->targets->len && self->targets->len > 1)
    take (self, copy_without (self->targets, at));
}

static void
add_citations (DemNoteSubjects *self, GtkWidget *line, const DemNoteTarget *target)
{
  DemDossier *dossier = dem_focus_get_dossier (self->context->focus);
  DemRef ref = dem_note_target_resolve (target, dossier);
  const DemItem *item = dem_ref_is_none (ref) ? NULL : dem_dossier_get_item (dossier, ref);
  GtkWidget *citations;

  if (item == NULL || item->n_cites == 0)
    return;
  citations = dem_citations_new ();
  dem_citations_set (DEM_CITATIONS (citations), self->context->focus, item->cites, MIN (item->n_cites, 3));
  gtk_widget_set_valign (citations, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (line), citations);
}

static GtkWidget *
create_line (DemNoteSubjects *self, guint at)
{
  const DemNoteTarget *target = self->targets->pdata[at];
  DemDossier *dossier = dem_focus_get_dossier (self->context->focus);
  g_autofree char *name = dem_note_target_dup_name (target, dossier);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *kind = gtk_label_new (dem_target_kind_get_word (dem_note_target_get_kind (target)));
  GtkWidget *label = gtk_label_new (name);

  gtk_widget_add_css_class (kind, "note-kind");
  gtk_widget_add_css_class (label, "note-name");
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_tooltip_text (label, name);
  gtk_box_append (GTK_BOX (line), kind);
  gtk_box_append (GTK_BOX (line), label);
  add_citations (self, line, target);
  if (self->targets->len > 1)
    {
      GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
      /* Translators: %s is one of the things that a note is about. */
      g_autofree char *words = g_strdup_printf (_ ("Not about %s"), name);

      gtk_widget_add_css_class (button, "flat");
      gtk_widget_add_css_class (button, "note-small");
      gtk_widget_set_tooltip_text (button, words);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
      g_object_set_data (G_OBJECT (button), "at", GUINT_TO_POINTER (at));
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_remove), self, 0);
      gtk_box_append (GTK_BOX (line), button);
    }
  return line;
}

static void
show_targets (DemNoteSubjects *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != self->add)
    gtk_widget_unparent (child);
  if (dem_focus_get_dossier (self->context->focus) != NULL)
    for (guint i = 0; i < self->targets->len; i++)
      gtk_widget_insert_before (create_line (self, i), GTK_WIDGET (self), self->add);
  update_add (self);
}

void
dem_note_subjects_set (DemNoteSubjects *self, GPtrArray *targets)
{
  g_autoptr (GPtrArray) old = NULL;

  g_return_if_fail (DEM_IS_NOTE_SUBJECTS (self));
  g_return_if_fail (targets != NULL);

  if (self->targets == targets)
    return;
  old = self->targets;
  self->targets = g_ptr_array_ref (targets);
  show_targets (self);
}

GPtrArray *
dem_note_subjects_get (DemNoteSubjects *self)
{
  g_return_val_if_fail (DEM_IS_NOTE_SUBJECTS (self), NULL);

  return self->targets;
}

/* ---- The widget ---- */

static void
on_focus_changed (DemFocus *focus, DemFocusChange what, DemNoteSubjects *self)
{
  g_assert (DEM_IS_NOTE_SUBJECTS (self));

  if (what & DEM_FOCUS_DOSSIER)
    show_targets (self);
  else if (what & (DEM_FOCUS_SELECTION | DEM_FOCUS_PERIOD))
    update_add (self);
}

static void
dem_note_subjects_dispose (GObject *object)
{
  DemNoteSubjects *self = DEM_NOTE_SUBJECTS (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->addable, dem_note_target_unref);

  G_OBJECT_CLASS (dem_note_subjects_parent_class)->dispose (object);
}

static void
dem_note_subjects_finalize (GObject *object)
{
  g_ptr_array_unref (DEM_NOTE_SUBJECTS (object)->targets);

  G_OBJECT_CLASS (dem_note_subjects_parent_class)->finalize (object);
}

static void
dem_note_subjects_class_init (DemNoteSubjectsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dem_note_subjects_dispose;
  G_OBJECT_CLASS (klass)->finalize = dem_note_subjects_finalize;

  edited_signal
      = g_signal_new ("edited", DEM_TYPE_NOTE_SUBJECTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "notetargets");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
dem_note_subjects_init (DemNoteSubjects *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("What the note is about"),
                                  -1);
  self->targets = g_ptr_array_new_with_free_func ((GDestroyNotify) dem_note_target_unref);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  self->add = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->add), label);
  gtk_widget_add_css_class (self->add, "flat");
  gtk_widget_add_css_class (self->add, "note-small");
  gtk_widget_set_halign (self->add, GTK_ALIGN_START);
  gtk_widget_set_parent (self->add, GTK_WIDGET (self));
  g_signal_connect_object (self->add, "clicked", G_CALLBACK (on_add), self, G_CONNECT_SWAPPED);
}

GtkWidget *
dem_note_subjects_new (const DemNoteContext *context)
{
  DemNoteSubjects *self;

  g_return_val_if_fail (context != NULL, NULL);

  self = g_object_new (DEM_TYPE_NOTE_SUBJECTS, NULL);
  self->context = context;
  g_signal_connect_object (context->focus, "changed", G_CALLBACK (on_focus_changed), self, 0);
  return GTK_WIDGET (self);
}
