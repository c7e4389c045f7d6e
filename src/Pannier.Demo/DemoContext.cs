using System.Net.Security;

using Pannier.Demo.Store;

namespace Pannier.Demo;

/// <summary>What every session of a provider shares.</summary>
internal sealed record DemoContext(DemoOptions Options, DemoMailStore Store, DemoFaults Faults, SslStreamCertificateContext Certificate, TimeProvider Clock);
