namespace Pannier.Mail.Senders;

/// <summary>Finds the domain that another one might be mistaken for.</summary>
public static class LookAlike
{
    /// <summary>Short names differ by a letter from many others.</summary>
    private const int LeastLetters = 5;

    /// <summary>The known domain that this one looks like and is not, nor is part of; null for none.</summary>
    /// <param name="known">Domains the person has to do with; none of them is ever a look-alike itself.</param>
    public static HostName? Find(HostName domain, IReadOnlySet<HostName> known)
    {
        if (domain.IsAddress || known.Any(one => domain.IsWithin(one.Value) || one.IsWithin(domain.Value)) || WellKnownMail.Contains(domain)) return null;

        var skeleton = Skeleton.Of(domain.Value);
        var labels = Labels(domain);
        return known.OrderBy(one => one.Value.Length).ThenBy(one => one.Value, StringComparer.Ordinal).FirstOrDefault(one => !one.IsAddress && (Skeleton.Of(one.Value) == skeleton || Resembles(labels, domain, one)));
    }

    private static bool Resembles(List<string> labels, HostName domain, HostName known)
    {
        var main = Main(known);
        if (main.Length < LeastLetters) return false;

        // bank.example.evil.test begins with a name it does not belong to.
        if (domain.Value.StartsWith(known.Value + ".", StringComparison.Ordinal)) return true;

        // Seen is the last part but the suffix: example-login.test, examp1e.test, exmaple.test.
        var seen = Main(domain);
        return labels.Exists(label => label != seen && Skeleton.Of(label) == Skeleton.Of(main))
            || seen.Split('-') is { Length: > 1 } parts && parts.Contains(main, StringComparer.Ordinal)
            || seen != main && (Skeleton.Of(seen) == Skeleton.Of(main) || IsOneStepFrom(seen, main));
    }

    /// <summary>One letter more, less, other, or two changed about.</summary>
    private static bool IsOneStepFrom(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 1) return false;
        var start = 0;
        while (start < a.Length && start < b.Length && a[start] == b[start]) start++;
        var (restA, restB) = (a[start..], b[start..]);
        if (restA.Length > 0 && restB.Length > 0 && restA[1..] == restB[1..]) return true;
        if (restA.Length > 1 && restB.Length > 1 && restA[0] == restB[1] && restA[1] == restB[0] && restA[2..] == restB[2..]) return true;
        return restA.Length > restB.Length ? restA[1..] == restB : restB.Length > restA.Length && restB[1..] == restA;
    }

    private static List<string> Labels(HostName domain) => [.. domain.Value.Split('.')];

    // The label before the suffix.
    private static string Main(HostName domain) => domain.Registered().Split('.')[0];
}
