using System.Collections.Frozen;

namespace Pannier.Mail.Tracking;

/// <summary>Parameters of web addresses that name the campaign or the reader and that the page itself does not need. A new one is a word here.</summary>
internal static class TrackingParameters
{
    // Families: whatever begins so.
    private static readonly string[] Beginnings = ["utm_", "mtm_", "pk_", "hsa_", "__hs", "oly_", "vero_", "mkt_", "trk_", "sc_campaign", "stm_", "itm_", "matomo_"];

    private static readonly FrozenSet<string> Names = new[]
    {
        // Who clicked, by the number an advertiser gave them
        "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "ysclid", "twclid", "ttclid", "igshid", "igsh", "li_fat_id", "rdt_cid", "epik", "scclid", "srsltid", "irclickid", "wickedid",

        // Whose letter, by the program that sent it
        "mc_cid", "mc_eid", "mkt_tok", "_hsenc", "_hsmi", "hsctatracking", "_ke", "_kx", "ml_subscriber", "ml_subscriber_hash", "mcp_token", "rb_clickid", "s_cid", "s_kwcid", "elqtrackid", "elqtrack", "elq", "elqaid",
        "elqat", "elqcampaignid", "vgo_ee", "cvid", "bsft_eid", "bsft_uid", "bsft_clkid", "sfmc_id", "sfmc_sub", "ck_subscriber_id", "dm_i", "dm_t", "ss_email_id", "ss_source", "ss_campaign_id", "ss_campaign_name", "ss_campaign_sent_date",
        "iterable_campaign", "iterable_template", "emci", "emdi", "ceid", "inf_contact_key", "trk_contact", "trk_msg", "trk_module", "trk_sid", "nr_email_referer", "guccounter", "guce_referrer", "guce_referrer_sig", "_openstat", "spm", "ncid", "cmpid",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Names.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <param name="name">As it stands in the address.</param>
    public static bool Has(ReadOnlySpan<char> name)
    {
        foreach (var beginning in Beginnings)
            if (name.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
                return true;
        return Lookup.Contains(name);
    }
}
