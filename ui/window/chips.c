/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/window/chips.h"

#include <glib/gi18n-lib.h>

#include "app/argument/viewpoints.h"
#include "ui/common/standings.h"
#include "ui/window/chip.h"

#define SPACING 8

struct _DemChips
{
  GtkWidget parent_instance;

  GtkWidget *hint;
  GtkWidget *more;     /* the button that counts what does not fit */
  GtkWidget *overflow; /* what its popover shows */

  DemFocus *focus;
  DemNotebook *notebook; /* nullable */
  char *note_text;       /* on the chip of the note in focus */
  GPtrArray *chips; /* (element-type GtkWidget), children of ours: the selection first */
  guint n_selected;
  guint n_shown; /* of the selection */
  guint recount; /* idle source */
};

G_DEFINE_FINAL_TYPE (DemChips, dem_chips, GTK_TYPE_WIDGET)

static void
on_chip_cleared (DemChip *chip, DemChips *self)
{
  g_assert (DEM_IS_CHIPS (self));

  switch (dem_chip_get_kind (chip))
    {
    case DEM_CHIP_SELECTION:
      if (dem_focus_is_selected (self->focus, dem_chip_get_ref (chip)))
        dem_focus_toggle (self->focus, dem_chip_get_ref (chip));
      break;
    case DEM_CHIP_NOTE:
      dem_focus_show_note (self->focus, NULL, NULL, 0);
      break;
    case DEM_CHIP_PERSPECTIVE:
      dem_focus_set_perspective (self->focus, DEM_NO_INDEX);
      break;
    case DEM_CHIP_VIEWPOINT:
      dem_focus_set_viewpoint (self->focus, DEM_NO_INDEX);
      break;
    case DEM_CHIP_PERIOD:
      dem_focus_clear_period (self->focus);
      break;
    case DEM_CHIP_SCENARIO:
      dem_focus_set_scenario (self->focus, DEM_NO_INDEX);
      break;
    default:
      g_assert_not_reached ();
    }
}

static GtkWidget *
create_selection_chip (DemChips *self, DemRef ref)
{
  g_autofree char *name = dem_dossier_dup_label (dem_focus_get_dossier (self->focus), ref);
  /* Translators: %s is something that is selected, such as "China". */
  g_autofree char *clear = g_strdup_printf (_ ("Take “%s” out of the selection"), name);
  GtkWidget *chip = dem_chip_new (DEM_CHIP_SELECTION, ref, NULL, name, clear);

  g_signal_connect_object (chip, "cleared", G_CALLBACK (on_chip_cleared), self, 0);
  return chip;
}

/* The note in focus; NULL when it has not been written yet, or is there no more. */
static DemNote *
find_note (DemChips *self)
{
  const char *id = dem_focus_get_note (self->focus);

  return self->notebook != NULL && id != NULL ? dem_notebook_get_note (self->notebook, id) : NULL;
}

/* What stands on the chip of the note in focus. (transfer full) */
static char *
describe_note (DemChips *self)
{
  DemDossier *dossier = dem_focus_get_dossier (self->focus);
  DemNote *note = find_note (self);
  const DemNoteTarget *target;
  g_autofree char *name = NULL;
  DemRef ref;

  if (note == NULL || dem_note_get_targets (note)->len == 0)
    return g_strdup (_ ("New note"));
  target = dem_note_get_targets (note)->pdata[0];
  ref = dem_note_target_resolve (target, dossier);
  name = dem_ref_is_none (ref) ? dem_note_target_dup_name (target, dossier) : dem_dossier_dup_label (dossier, ref);
  /* Translators: %s is what a note is about: "Note on ¶12". */
  return g_strdup_printf (_ ("Note on %s"), name);
}

/* Stands for all that the note is about. */
static GtkWidget *
create_note_chip (DemChips *self)
{
  GtkWidget *chip;

  g_free (self->note_text);
  self->note_text = describe_note (self);
  chip = dem_chip_new (DEM_CHIP_NOTE, DEM_REF_NONE, "dem-note-symbolic", self->note_text, _ ("Leave the note"));
  g_signal_connect_object (chip, "cleared", G_CALLBACK (on_chip_cleared), self, 0);
  return chip;
}

static GtkWidget *
create_perspective_chip (DemChips *self, guint32 actor)
{
  g_autofree char *text = dem_standings_dup_title (dem_focus_get_dossier (self->focus), actor);
  GtkWidget *chip = dem_chip_new (DEM_CHIP_PERSPECTIVE, DEM_REF (ACTOR, actor), "view-reveal-symbolic", text,
                                  _ ("Show everybody’s relations"));

  g_signal_connect_object (chip, "cleared", G_CALLBACK (on_chip_cleared), self, 0);
  return chip;
}

static GtkWidget *
create_viewpoint_chip (DemChips *self, guint32 actor)
{
  g_autofree char *text = dem_viewpoints_dup_title (dem_focus_get_dossier (self->focus),
                                                    dem_focus_get_scenario (self->focus), actor);
  GtkWidget *chip = dem_chip_new (DEM_CHIP_VIEWPOINT, DEM_REF (ACTOR, actor), "avatar-default-symbolic", text,
                                  _ ("Show everybody’s claims"));

  g_signal_connect_object (chip, "cleared", G_CALLBACK (on_chip_cleared), self, 0);
  return chip;
}

static GtkWidget *
create_period_chip (DemChips *self)
{
  g_autofree char *text = dem_period_format (dem_focus_get_period (self->focus));
  const char *clear = dem_focus_period_is_whole (self->focus) ? NULL : _ ("Show the whole period");
  GtkWidget *chip
    = dem_chip_new (DEM_CHIP_PERIOD, DEM_REF_NONE, "preferences-system-time-symbolic", text, clear);

  g_signal_connect_object (chip, "cleared", G_CALLBACK (on_chip_cleared), self, 0);
  return chip;
}

static GtkWidget *
create_scenario_chip (DemChips *self, guint32 scenario)
{
  DemRef ref = DEM_REF (SCENARIO, scenario);
  g_autofree char *name = dem_dossier_dup_label (dem_focus_get_dossier (self->focus), ref);
  GtkWidget *chip
    = dem_chip_new (DEM_CHIP_SCENARIO, ref, "dem-scenario-symbolic", name, _ ("Leave the scenario"));

  g_signal_connect_object (chip, "cleared", G_CALLBACK (on_chip_cleared), self, 0);
  return chip;
}

static void
remove_chips (DemChips *self)
{
  for (guint i = 0; i < self->chips->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->chips, i));
  g_ptr_array_set_size (self->chips, 0);
}

/* New children go before the hint, so that the Tab key meets them in the order of the row. */
static void
add_chip (DemChips *self, GtkWidget *chip)
{
  gtk_widget_insert_before (chip, GTK_WIDGET (self), self->chips->len < self->n_selected ? self->more : self->hint);
  g_ptr_array_add (self->chips, chip);
}

static void
fill_overflow (DemChips *self)
{
  const DemRef *selection;
  guint n;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->overflow)) != NULL)
    gtk_box_remove (GTK_BOX (self->overflow), child);

  selection = dem_focus_get_selection (self->focus, &n);
  for (guint i = self->n_shown; i < n; i++)
    {
      GtkWidget *chip = create_selection_chip (self, selection[i]);

      gtk_widget_set_halign (chip, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (self->overflow), chip);
    }
  if (n <= self->n_shown)
    gtk_menu_button_popdown (GTK_MENU_BUTTON (self->more));
}

static gboolean
on_recount (gpointer data)
{
  DemChips *self = data;
  guint hidden = dem_chips_count_hidden (self);
  g_autofree char *label = g_strdup_printf ("+%u", hidden);
  g_autofree char *tooltip = g_strdup_printf (ngettext ("%u more is selected", "%u more are selected", hidden), hidden);

  self->recount = 0;
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->more), label);
  gtk_widget_set_tooltip_text (self->more, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->more), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  if (self->focus != NULL)
    fill_overflow (self);
  return G_SOURCE_REMOVE;
}

/* Words cannot change while sizes are being settled: they follow as soon as that is done. */
static void
set_shown (DemChips *self, guint n)
{
  if (self->n_shown == n)
    return;
  self->n_shown = n;
  if (self->recount == 0)
    self->recount = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_recount, self, NULL);
}

static void
rebuild (DemChips *self)
{
  const DemRef *selection = NULL;
  guint32 scenario, perspective = DEM_NO_INDEX, viewpoint = DEM_NO_INDEX;
  gboolean has_note;

  remove_chips (self);
  self->n_selected = 0;
  has_note = self->focus != NULL && dem_focus_get_note (self->focus) != NULL;
  if (self->focus != NULL && dem_focus_get_dossier (self->focus) != NULL)
    {
      selection = dem_focus_get_selection (self->focus, &self->n_selected);
      if (dem_focus_get_note (self->focus) != NULL)
        {
          self->n_selected = 0;
          add_chip (self, create_note_chip (self));
        }
      for (guint i = 0; i < self->n_selected; i++)
        add_chip (self, create_selection_chip (self, selection[i]));
      perspective = dem_focus_get_perspective (self->focus);
      if (perspective != DEM_NO_INDEX)
        add_chip (self, create_perspective_chip (self, perspective));
      viewpoint = dem_focus_get_viewpoint (self->focus);
      if (viewpoint != DEM_NO_INDEX)
        add_chip (self, create_viewpoint_chip (self, viewpoint));
      add_chip (self, create_period_chip (self));
      scenario = dem_focus_get_scenario (self->focus);
      if (scenario != DEM_NO_INDEX)
        add_chip (self, create_scenario_chip (self, scenario));
    }

  gtk_widget_set_visible (self->hint, self->n_selected == 0 && !has_note && perspective == DEM_NO_INDEX && viewpoint == DEM_NO_INDEX);
  self->n_shown = G_MAXUINT; /* so that the next allocation counts anew */
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
on_focus_changed (DemFocus *focus, DemFocusChange what, DemChips *self)
{
  g_assert (DEM_IS_CHIPS (self));

  if (what & (DEM_FOCUS_DOSSIER | DEM_FOCUS_SELECTION | DEM_FOCUS_PERIOD | DEM_FOCUS_SCENARIO | DEM_FOCUS_PERSPECTIVE
              | DEM_FOCUS_VIEWPOINT | DEM_FOCUS_NOTE))
    rebuild (self);
}

/* The note in focus is written, or is about something else, and so is its chip. */
static void
on_notebook_changed (DemNotebook *notebook, DemChips *self)
{
  g_autofree char *text = NULL;

  g_assert (DEM_IS_CHIPS (self));

  if (self->focus == NULL || dem_focus_get_note (self->focus) == NULL)
    return;
  text = describe_note (self);
  if (g_strcmp0 (text, self->note_text) != 0)
    rebuild (self);
}

static int
natural_width (GtkWidget *widget)
{
  int width;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  return width;
}

/* The width of the chips that never go behind the button: perspective, viewpoint, period and scenario. */
static int
width_of_fixed (DemChips *self)
{
  int width = 0;

  for (guint i = self->n_selected; i < self->chips->len; i++)
    width += natural_width (g_ptr_array_index (self->chips, i)) + SPACING;
  return width;
}

static guint
count_fitting (DemChips *self, int available)
{
  guint n = 0;
  int used = 0;

  while (n < self->n_selected)
    {
      used += natural_width (g_ptr_array_index (self->chips, n)) + SPACING;
      if (used > available)
        break;
      n++;
    }
  return n;
}

static void
dem_chips_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                   int *minimum_baseline, int *natural_baseline)
{
  DemChips *self = DEM_CHIPS (widget);
  int total = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int size;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, orientation, -1, NULL, &size, NULL, NULL);
      if (orientation == GTK_ORIENTATION_VERTICAL)
        total = MAX (total, size);
      else if (child != self->more)
        total += size + SPACING;
    }
  *natural = total;
  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? total : MIN (total, 120);
}

/* Places a child after what is there already, from the right where text runs that way. */
static void
place (DemChips *self, GtkWidget *child, gboolean shown, int *x, int width, int height, int baseline)
{
  int least, natural;
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  gtk_widget_set_child_visible (child, shown);
  if (!shown)
    return;
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &natural, NULL, NULL);
  natural = CLAMP (width - *x, least, natural);
  gtk_widget_size_allocate (child, &(GtkAllocation){ rtl ? width - *x - natural : *x, 0, natural, height }, baseline);
  *x += natural + SPACING;
}

static void
dem_chips_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  DemChips *self = DEM_CHIPS (widget);
  int fixed = width_of_fixed (self) - SPACING;
  int x = 0;
  guint n = count_fitting (self, width - fixed);

  if (n < self->n_selected)
    n = count_fitting (self, width - fixed - natural_width (self->more) - SPACING);
  for (guint i = 0; i < self->n_selected; i++)
    place (self, g_ptr_array_index (self->chips, i), i < n, &x, width, height, baseline);
  place (self, self->more, n < self->n_selected, &x, width, height, baseline);
  for (guint i = self->n_selected; i < self->chips->len; i++)
    place (self, g_ptr_array_index (self->chips, i), TRUE, &x, width, height, baseline);
  if (gtk_widget_should_layout (self->hint))
    place (self, self->hint, x + natural_width (self->hint) <= width, &x, width, height, baseline);
  set_shown (self, n);
}

static void
dem_chips_dispose (GObject *object)
{
  DemChips *self = DEM_CHIPS (object);

  g_clear_handle_id (&self->recount, g_source_remove);
  remove_chips (self);
  g_clear_pointer (&self->hint, gtk_widget_unparent);
  g_clear_pointer (&self->more, gtk_widget_unparent);
  g_clear_object (&self->focus);
  g_clear_object (&self->notebook);
  g_clear_pointer (&self->note_text, g_free);

  G_OBJECT_CLASS (dem_chips_parent_class)->dispose (object);
}

static void
dem_chips_finalize (GObject *object)
{
  g_ptr_array_unref (DEM_CHIPS (object)->chips);

  G_OBJECT_CLASS (dem_chips_parent_class)->finalize (object);
}

static void
dem_chips_class_init (DemChipsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dem_chips_dispose;
  G_OBJECT_CLASS (klass)->finalize = dem_chips_finalize;
  widget_class->measure = dem_chips_measure;
  widget_class->size_allocate = dem_chips_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "chips");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
dem_chips_init (DemChips *self)
{
  GtkWidget *popover = gtk_popover_new ();

  self->chips = g_ptr_array_new ();
  self->n_shown = G_MAXUINT;

  self->more = gtk_menu_button_new ();
  gtk_widget_set_valign (self->more, GTK_ALIGN_CENTER);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->more), "+1");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->more), popover);
  gtk_widget_set_parent (self->more, GTK_WIDGET (self));
  self->overflow = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  gtk_popover_set_child (GTK_POPOVER (popover), self->overflow);

  self->hint = gtk_label_new (_ ("Nothing selected: everything is shown"));
  gtk_widget_add_css_class (self->hint, "hint");
  gtk_widget_set_parent (self->hint, GTK_WIDGET (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("In focus"), -1);
}

GtkWidget *
dem_chips_new (void)
{
  return g_object_new (DEM_TYPE_CHIPS, NULL);
}

void
dem_chips_set_focus (DemChips *self, DemFocus *focus)
{
  g_return_if_fail (DEM_IS_CHIPS (self));
  g_return_if_fail (focus == NULL || DEM_IS_FOCUS (focus));

  if (self->focus != NULL)
    g_signal_handlers_disconnect_by_func (self->focus, on_focus_changed, self);
  g_set_object (&self->focus, focus);
  if (focus != NULL)
    g_signal_connect_object (focus, "changed", G_CALLBACK (on_focus_changed), self, 0);
  rebuild (self);
}

void
dem_chips_set_notebook (DemChips *self, DemNotebook *notebook)
{
  g_return_if_fail (DEM_IS_CHIPS (self));
  g_return_if_fail (notebook == NULL || DEM_IS_NOTEBOOK (notebook));

  if (self->notebook != NULL)
    g_signal_handlers_disconnect_by_func (self->notebook, on_notebook_changed, self);
  g_set_object (&self->notebook, notebook);
  if (notebook != NULL)
    g_signal_connect_object (notebook, "changed", G_CALLBACK (on_notebook_changed), self, 0);
}

guint
dem_chips_count (DemChips *self)
{
  g_return_val_if_fail (DEM_IS_CHIPS (self), 0);

  return self->chips->len;
}

guint
dem_chips_count_hidden (DemChips *self)
{
  g_return_val_if_fail (DEM_IS_CHIPS (self), 0);

  return self->n_selected - MIN (self->n_shown, self->n_selected);
}
