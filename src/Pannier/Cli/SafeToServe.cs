using Pannier.Configuration;

namespace Pannier.Cli;

/// <summary>What <c>serve</c> refuses before anything is opened: to be root, to speak clear HTTP by itself, and data where files are served from.</summary>
internal static class SafeToServe
{
    /// <param name="isRoot">Whether this process may do anything.</param>
    /// <exception cref="StartRefused">With what to do.</exception>
    public static void Check(bool isRoot, ListenOptions listen, string dataDirectory, string webRoot)
    {
        if (isRoot) throw new StartRefused("serve does not run as root: make a user for it (deploy/pannier.service does)");
        if (listen is { CertificateFile: null, TrustedProxies.Count: 0 })
            throw new StartRefused("serve speaks no clear HTTP: name Listen:CertificateFile and Listen:KeyFile, or the reverse proxy in Listen:TrustedProxies");

        var (data, web) = (Real(dataDirectory), Real(webRoot));
        if (IsWithin(data, web)) throw new StartRefused($"the data directory {dataDirectory} lies within {webRoot}, which is served: put it elsewhere with --data");
        if (IsWithin(web, data)) throw new StartRefused($"the served files {webRoot} lie within the data directory {dataDirectory}, which is written to: put it elsewhere with --data");
    }

    private static bool IsWithin(string inner, string outer) => (inner + Path.DirectorySeparatorChar).StartsWith(outer + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>The path with every link on it followed, as far as it exists.</summary>
    private static string Real(string path)
    {
        var real = Path.GetPathRoot(Path.GetFullPath(path))!; // rooted by now
        foreach (var name in Path.GetFullPath(path)[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            real = Path.Combine(real, name);
            if (new DirectoryInfo(real) is { LinkTarget: not null } link && link.ResolveLinkTarget(returnFinalTarget: true) is { } target) real = Real(target.FullName);
        }

        return Path.TrimEndingDirectorySeparator(real);
    }
}
