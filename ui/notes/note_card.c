/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/notes/note_card.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ui/common/wrap_layout.h"
#include "ui/notes/markdown.h"
#include "ui/notes/note_words.h"

#define TEXT_MOST 2000 /* bytes; what is longer is read in the editor */
#define LINES_MOST 8

struct _DemNoteCard
{
  GtkWidget parent_instance;

  GtkWidget *kind;
  GtkWidget *name;
  GtkWidget *lock;
  GtkWidget *when;
  GtkWidget *text;
  GtkWidget *tags;
  GtkWidget *notice; /* NULL until something is to be decided: says so, with a button */
  GtkWidget *notice_label;
  GtkWidget *confirm;
  GtkWidget *reattach;
};

G_DEFINE_FINAL_TYPE (DemNoteCard, dem_note_card, GTK_TYPE_WIDGET)

enum
{
  EDIT,
  CONFIRM,
  REATTACH,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

static GtkWidget *
create_label (const char *class_name, gboolean ellipsize)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (ellipsize)
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, class_name);
  return label;
}

static void
remove_children (GtkWidget *widget)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (widget)) != NULL)
    gtk_widget_unparent (child);
}

static void
show_tags (DemNoteCard *self, DemNote *note)
{
  const char *const *tags = dem_note_get_tags (note);

  remove_children (self->tags);
  for (guint i = 0; tags[i] != NULL; i++)
    {
      GtkWidget *child = create_label ("note-tag", TRUE);

      gtk_label_set_text (GTK_LABEL (child), tags[i]);
      gtk_widget_set_parent (child, self->tags);
    }
  gtk_widget_set_visible (self->tags, tags[0] != NULL);
}

static void
show_text (DemNoteCard *self, DemNote *note)
{
  g_autofree char *markup = dem_markdown_to_markup (dem_note_get_text (note), TEXT_MOST);

  gtk_label_set_markup (GTK_LABEL (self->text), markup);
  gtk_widget_set_visible (self->text, markup[0] != '\0');
}

static GtkWidget *create_notice (DemNoteCard *self);

static void
show_notice (DemNoteCard *self, DemNote *note, DemDossier *dossier)
{
  gboolean doubtful = dem_note_is_doubtful (note);
  gboolean orphan = dem_note_is_orphan (note, dossier);

  if (self->notice == NULL && !doubtful && !orphan)
    return;
  if (self->notice == NULL)
    {
      self->notice = create_notice (self);
      gtk_widget_set_parent (self->notice, GTK_WIDGET (self));
    }
  gtk_label_set_text (GTK_LABEL (self->notice_label), doubtful ? _ ("Is this the passage that was meant?")
                                                               : _ ("It can be about something else."));
  gtk_widget_set_visible (self->confirm, doubtful);
  gtk_widget_set_visible (self->reattach, orphan);
  gtk_widget_set_visible (self->notice, doubtful || orphan);
}

void
dem_note_card_show (DemNoteCard *self, DemNote *note, DemDossier *dossier)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *name = NULL, *when = NULL;
  const DemNoteTarget *target;

  g_return_if_fail (DEM_IS_NOTE_CARD (self));
  g_return_if_fail (DEM_IS_NOTE (note));
  g_return_if_fail (DEM_IS_DOSSIER (dossier));

  target = dem_note_get_targets (note)->pdata[0];
  name = dem_note_dup_targets (note, dossier);
  when = dem_note_dup_when (dem_note_get_created (note), now);
  gtk_label_set_text (GTK_LABEL (self->kind), dem_target_kind_get_word (dem_note_target_get_kind (target)));
  gtk_label_set_text (GTK_LABEL (self->name), name);
  gtk_widget_set_tooltip_text (self->name, name);
  gtk_label_set_text (GTK_LABEL (self->when), when);
  gtk_widget_set_visible (self->lock, dem_note_is_private (note));
  show_text (self, note);
  show_tags (self, note);
  show_notice (self, note, dossier);
  for (guint i = 0; i < DEM_N_NOTE_COLOURS; i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self), dem_note_colour_get_class (i));
  gtk_widget_add_css_class (GTK_WIDGET (self), dem_note_colour_get_class (dem_note_get_colour (note)));
}

static void
on_edit (DemNoteCard *self)
{
  g_signal_emit (self, signals[EDIT], 0);
}

static void
on_confirm (DemNoteCard *self)
{
  g_signal_emit (self, signals[CONFIRM], 0);
}

static void
on_reattach (DemNoteCard *self)
{
  g_signal_emit (self, signals[REATTACH], 0);
}

/* ---- The widget ---- */

static GtkWidget *
create_head (DemNoteCard *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *edit = gtk_button_new_from_icon_name ("document-edit-symbolic");

  self->kind = create_label ("note-kind", FALSE);
  self->name = create_label ("note-name", TRUE);
  gtk_widget_set_hexpand (self->name, TRUE);
  self->lock = gtk_image_new_from_icon_name ("changes-prevent-symbolic");
  gtk_widget_set_tooltip_text (self->lock, _ ("Private: leaves only when asked for"));
  self->when = create_label ("note-kind", FALSE);
  gtk_widget_add_css_class (edit, "flat");
  gtk_widget_add_css_class (edit, "note-edit");
  gtk_widget_set_valign (edit, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (edit, _ ("Edit this note (Enter)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (edit), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Edit this note"), -1);
  g_signal_connect_object (edit, "clicked", G_CALLBACK (on_edit), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (head), self->kind);
  gtk_box_append (GTK_BOX (head), self->name);
  gtk_box_append (GTK_BOX (head), self->lock);
  gtk_box_append (GTK_BOX (head), self->when);
  gtk_box_append (GTK_BOX (head), edit);
  return head;
}

static GtkWidget *
create_notice (DemNoteCard *self)
{
  GtkWidget *notice = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->notice_label = create_label ("note-kind", FALSE);
  gtk_label_set_wrap (GTK_LABEL (self->notice_label), TRUE);
  gtk_widget_set_hexpand (self->notice_label, TRUE);
  self->confirm = gtk_button_new_with_label (_ ("Yes, It Is"));
  self->reattach = gtk_button_new_with_label (_ ("Move to What Is Selected"));
  g_signal_connect_object (self->confirm, "clicked", G_CALLBACK (on_confirm), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reattach, "clicked", G_CALLBACK (on_reattach), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (notice), self->notice_label);
  gtk_box_append (GTK_BOX (notice), self->confirm);
  gtk_box_append (GTK_BOX (notice), self->reattach);
  gtk_widget_add_css_class (notice, "note-notice");
  return notice;
}

static void
dem_note_card_dispose (GObject *object)
{
  DemNoteCard *self = DEM_NOTE_CARD (object);

  /* The labels of tags are nobody's but the card's. */
  if (self->tags != NULL)
    remove_children (self->tags);
  self->tags = NULL;
  remove_children (GTK_WIDGET (self));

  G_OBJECT_CLASS (dem_note_card_parent_class)->dispose (object);
}

static void
dem_note_card_class_init (DemNoteCardClass *klass)
{
  static const char *const names[N_SIGNALS] = { "edit", "confirm", "reattach" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dem_note_card_dispose;
  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], DEM_TYPE_NOTE_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "notecard");
}

static void
dem_note_card_init (DemNoteCard *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 2);
  gtk_widget_set_parent (create_head (self), GTK_WIDGET (self));

  self->text = create_label ("note-text", TRUE);
  gtk_label_set_wrap (GTK_LABEL (self->text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->text), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (self->text), LINES_MOST);
  gtk_widget_set_parent (self->text, GTK_WIDGET (self));

  self->tags = adw_bin_new ();
  gtk_widget_set_layout_manager (self->tags, dem_wrap_layout_new (6, 4));
  gtk_widget_set_parent (self->tags, GTK_WIDGET (self));
}

GtkWidget *
dem_note_card_new (void)
{
  return g_object_new (DEM_TYPE_NOTE_CARD, NULL);
}
