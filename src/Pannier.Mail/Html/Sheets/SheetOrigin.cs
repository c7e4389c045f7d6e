namespace Pannier.Mail.Html.Sheets;

/// <summary>Whose hand a sheet is read from.</summary>
internal enum SheetOrigin
{
    Sender,

    /// <summary>Ours: selectors begin as <see cref="SheetWriter"/> begins them, and classes are numbers already.</summary>
    Writer,
}
