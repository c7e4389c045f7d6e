namespace Pannier.Mail.Mirror.Sync;

/// <summary>Whether a server's word that no flag changed is believed.</summary>
internal enum FlagTrust
{
    Believe,

    /// <summary>Once a day all flags are compared, for there are servers that forget to raise a mod-sequence.</summary>
    Audit,
}
