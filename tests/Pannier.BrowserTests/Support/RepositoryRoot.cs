namespace Pannier.BrowserTests.Support;

/// <summary>Where the checkout is: the nearest directory above that holds the solution.</summary>
internal static class RepositoryRoot
{
    public static string Path { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo? directory) =>
        directory is null ? throw new InvalidOperationException("no Pannier.slnx above the tests")
        : File.Exists(System.IO.Path.Combine(directory.FullName, "Pannier.slnx")) ? directory.FullName
        : Find(directory.Parent);
}
