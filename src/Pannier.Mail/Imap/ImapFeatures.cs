using MailKit.Net.Imap;

namespace Pannier.Mail.Imap;

/// <summary>Capabilities as promises.</summary>
internal static class ImapFeatures
{
    public static StoreFeatures Read(ImapCapabilities capabilities) =>
        Map(capabilities, ImapCapabilities.UidPlus, StoreFeatures.UidPlus)
        | Map(capabilities, ImapCapabilities.Move, StoreFeatures.Move)
        | Map(capabilities, ImapCapabilities.CondStore, StoreFeatures.CondStore)
        | Map(capabilities, ImapCapabilities.QuickResync, StoreFeatures.QResync)
        | Map(capabilities, ImapCapabilities.Idle, StoreFeatures.Idle)
        | Map(capabilities, ImapCapabilities.Notify, StoreFeatures.Notify)
        | Map(capabilities, ImapCapabilities.Preview, StoreFeatures.Preview)
        | Map(capabilities, ImapCapabilities.GMailExt1, StoreFeatures.GmailSearch)
        | Map(capabilities, ImapCapabilities.ObjectID, StoreFeatures.ObjectId);

    private static StoreFeatures Map(ImapCapabilities all, ImapCapabilities one, StoreFeatures feature) =>
        all.HasFlag(one) ? feature : StoreFeatures.None;
}
