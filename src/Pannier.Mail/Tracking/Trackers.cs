using Pannier.Mail.Text;

namespace Pannier.Mail.Tracking;

/// <summary>
/// Services whose pictures are there to tell that a message was opened. Compiled by hand from what services say of themselves and from
/// mail as it comes; a new one is a line. Hosts that also serve real pictures are named with the path of their counters only.
/// </summary>
public static class Trackers
{
    private static readonly TrackerPattern[] Known =
    [
        // For one person's own mail
        new("Mailtrack", "mailtrack.io", ""),
        new("Mailtrack", "mltrk.io", ""),
        new("Streak", "mailfoogae.appspot.com", ""),
        new("Yesware", "t.yesware.com", ""),
        new("Yesware", "yesware.com", "/t/"),
        new("Mixmax", "email.mixmax.com", ""),
        new("Mixmax", "track.mixmax.com", ""),
        new("Boomerang", "mailstat.us", ""),
        new("Bananatag", "bl-1.com", ""),
        new("Cirrus Insight", "tracking.cirrusinsight.com", ""),
        new("Superhuman", "r.superhuman.com", ""),
        new("Mailbutler", "bowtie.mailbutler.io", ""),
        new("Polymail", "polymail.io", "/v2/z/"),
        new("ContactMonkey", "contactmonkey.com", "/api/v1/tracker"),
        new("GetNotify", "email81.com", ""),
        new("DidTheyReadIt", "xpostmail.com", ""),
        new("ReadNotify", "readnotify.com", ""),
        new("Gmelius", "gml.email", ""),
        new("Saleshandy", "saleshandy.com", "/web/email/countopened"),
        new("Lemlist", "lemlist.com", "/api/open"),
        new("Outreach", "outrch.com", "/api/mailings/opened"),
        new("Outreach", "api.outreach.io", "opened"),
        new("SalesLoft", "salesloft.com", "/track"),
        new("Close", "close.com", "/email_opened/"),
        new("Pipedrive", "pipedrive.com", "/mailopen"),
        new("Reply.io", "reply.io", "/open"),
        new("Front", "frontapp.com", "/api/1/noauth/companies"),
        new("Woodpecker", "woodpecker.co", "/o/"),

        // Senders of newsletters and of letters by programs
        new("Mailchimp", "list-manage.com", "/track/open"),
        new("Mandrill", "mandrillapp.com", "/track/open"),
        new("SendGrid", "sendgrid.net", "/wf/open"),
        new("SendGrid", "", "/wf/open?upn="),
        new("Mailgun", "mailgun.org", "/o/"),
        new("Mailgun", "mailgun.net", "/o/"),
        new("Postmark", "pstmrk.it", "/open"),
        new("Amazon SES", "awstrack.me", ""),
        new("SparkPost", "sparkpostmail.com", "/q/"),
        new("SparkPost", "sparkpostmail2.com", ""),
        new("Mailjet", "mjt.lu", "/oo/"),
        new("Brevo", "sendibt1.com", ""),
        new("Brevo", "sendibt2.com", ""),
        new("Brevo", "sendibt3.com", ""),
        new("Brevo", "r.sender.brevo.com", "/tr/op/"),
        new("Brevo", "sendibm1.com", "/tr/op"),
        new("HubSpot", "hubspotemail.net", "/e3t/"),
        new("HubSpot", "hubspotlinks.com", ""),
        new("HubSpot", "hs-analytics.net", ""),
        new("HubSpot", "track.hubspot.com", ""),
        new("HubSpot", "", "/e3t/cto/"),
        new("HubSpot", "", "/e3t/ato/"),
        new("Campaign Monitor", "createsend.com", "/t/"),
        new("Campaign Monitor", "cmail19.com", "/t/"),
        new("Campaign Monitor", "cmail20.com", "/t/"),
        new("Campaign Monitor", "createsend1.com", "/t/"),
        new("Constant Contact", "constantcontact.com", "/images/p1x1"),
        new("Constant Contact", "rs6.net", "/on.jsp"),
        new("Salesforce Marketing Cloud", "exct.net", "/open.aspx"),
        new("Salesforce Marketing Cloud", "exacttarget.com", "/open.aspx"),
        new("Salesforce Marketing Cloud", "", "/open.aspx?ff"),
        new("Marketo", "mktoresp.com", ""),
        new("Marketo", "", "/trk?t="),
        new("Marketo", "", "/track.gif?mkt_tok"),
        new("Oracle Eloqua", "en25.com", "/e/fooeloqua"),
        new("Oracle Eloqua", "", "/e/foo.gif?e="),
        new("Oracle Responsys", "responsys.net", "/pub/as"),
        new("Klaviyo", "klaviyomail.com", "/o/"),
        new("Klaviyo", "trk.klaviyo.com", ""),
        new("Klaviyo", "trk.klclick.com", ""),
        new("ActiveCampaign", "activehosted.com", "/lt.php"),
        new("Litmus", "emltrk.com", ""),
        new("Customer.io", "customeriomail.com", "/e/o/"),
        new("Customer.io", "customer.io", "/e/o/"),
        new("Iterable", "links.iterable.com", "/e/eo"),
        new("Intercom", "intercom-mail.com", "/via/o"),
        new("Drip", "getdrip.com", "/o/"),
        new("ConvertKit", "convertkit-mail.com", "/o/"),
        new("ConvertKit", "convertkit-mail2.com", "/o/"),
        new("Substack", "substack.com", "/o/"),
        new("beehiiv", "beehiiv.com", "/ss/o/"),
        new("MailerLite", "mlsend.com", "/o/"),
        new("AWeber", "aweber.com", "/open"),
        new("GetResponse", "getresponse.com", "/open.html"),
        new("iContact", "icontact.com", "/icp/"),
        new("Emarsys", "emarsys.net", "/mo/"),
        new("Cordial", "cordial.com", "/o/"),
        new("Moosend", "trackmoosend.com", ""),
        new("Elastic Email", "elasticemail.com", "/tracking/open"),
        new("Zoho", "maillist-manage.com", "/click/od"),
        new("Freshworks", "freshemail.io", "/o/"),
        new("Vero", "getvero.com", "/open"),
        new("Sendinblue", "sendinblue.com", "/tr/op/"),
        new("Acoustic", "mkt51.net", "/open/"),
        new("Acoustic", "pages03.net", "/open/"),
        new("LinkedIn", "linkedin.com", "/emimp/"),
        new("Facebook", "facebook.com", "/email_open_log_pic.php"),
        new("Facebook", "facebook.com", "/tr?"),
        new("X", "twitter.com", "/scribe/ibis"),
        new("Amazon", "amazon.com", "/gp/r.html"),
        new("eBay", "ebay.com", "/roveropen/"),
        new("Google Analytics", "google-analytics.com", "/collect"),
        new("DoubleClick", "doubleclick.net", ""),
        new("Adobe Analytics", "omtrdc.net", ""),
        new("Adobe Analytics", "2o7.net", ""),
        new("Scorecard Research", "scorecardresearch.com", ""),
        new("LiveIntent", "liadm.com", ""),
        new("Movable Ink", "micpn.com", "/p/rp/"),
        new("Return Path", "returnpath.net", "/pixel"),
        new("250ok", "e.250ok.com", ""),
    ];

    /// <summary>The service an address is a counter of; null when none is known for it.</summary>
    public static string? ServiceOf(WebUrl address)
    {
        var path = PathOf(address).ToLowerInvariant();
        return Array.Find(Known, pattern => pattern.Matches(address.Host, path))?.Service;
    }

    private static string PathOf(WebUrl address) =>
        address.Value.IndexOf('/', address.Value.IndexOf("//", StringComparison.Ordinal) + 2) is >= 0 and var at ? address.Value[at..] : "/";
}
