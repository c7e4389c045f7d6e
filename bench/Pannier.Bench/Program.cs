using System.Globalization;
using System.Text;
using Pannier.Bench;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
switch (args)
{
    case ["site", var directory, var port, var imapPort, var authority]:
        return await SiteChild.RunAsync(directory, int.Parse(port, CultureInfo.InvariantCulture), int.Parse(imapPort, CultureInfo.InvariantCulture), authority);
    case ["corpus", var folder]:
        await CorpusRun.RunAsync(folder);
        return 0;
    case []:
        await FullRun.RunAsync();
        return 0;
    default:
        await Console.Error.WriteLineAsync("usage: Pannier.Bench             all measures against Dovecot\n       Pannier.Bench corpus DIR  parse and sanitise real mail");
        return 2;
}
